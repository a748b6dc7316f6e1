// A face for everybody without a picture: initials on a colour that stays the same.

import { h } from '/lib/preact.js';
import { icon } from './icons.js';

const COLOURS = 12;

function hue(id) {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % COLOURS;
}

const initials = (name) => {
  const parts = name.replace(/[^\p{L}\p{N}\s'-]/gu, '').split(/[\s-]+/).filter(Boolean);
  const picked = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return picked.map((part) => [...part][0].toUpperCase()).join('') || '?';
};

export function Avatar({ person, size = 'medium' }) {
  const bot = person.kind === 'bot';
  return h('span', { class: `avatar ${size} ${bot ? 'avatar-bot' : `hue-${hue(person.id)}`}`, 'aria-hidden': 'true' }, bot ? icon('cup') : initials(person.name));
}
