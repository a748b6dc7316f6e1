// Slack's mrkdwn, read into a small tree. Nothing here touches the page: text.js turns the tree into
// elements, so that whatever a person or a bot wrote can only ever become text.

import { emoji } from './emoji.js';

export const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

export const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Only schemes that cannot run anything. Returns undefined for all others. */
export function safeUrl(url) {
  const trimmed = String(url ?? '').trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(trimmed) ? trimmed : undefined;
}

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;
const BARE_URL = /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'")\]}*_~]/;

/**
 * Blocks of a text: `{type:'pre',text}`, `{type:'quote',lines}` and `{type:'lines',lines}`,
 * where a line is a list of inline nodes.
 */
export function parse(text, { verbatim = false } = {}) {
  const source = String(text ?? '');
  const pieces = [];
  let end = 0;
  for (const fence of source.matchAll(/```([\s\S]+?)```/g)) {
    pieces.push({ text: source.slice(end, fence.index) }, { pre: fence[1] });
    end = fence.index + fence[0].length;
  }
  pieces.push({ text: source.slice(end) });
  return pieces.flatMap(({ text: between, pre }, index) => {
    if (pre !== undefined) return [{ type: 'pre', text: plain(pre.replace(/^\n/, '').replace(/\n$/, '')) }];
    // The line breaks around a fence belong to the fence.
    let rest = between;
    if (index > 0) rest = rest.replace(/^\n/, '');
    if (index < pieces.length - 1) rest = rest.replace(/\n$/, '');
    return rest ? paragraphs(rest, verbatim) : [];
  });
}

function paragraphs(text, verbatim) {
  const blocks = [];
  let restIsQuoted = false;
  for (const line of text.split('\n')) {
    const all = /^(?:&gt;|>){3}\s?/.exec(line);
    const one = /^(?:&gt;|>)\s?/.exec(line);
    const quoted = restIsQuoted || all || one;
    const content = restIsQuoted ? line : all ? line.slice(all[0].length) : one ? line.slice(one[0].length) : line;
    if (all) restIsQuoted = true;
    const type = quoted ? 'quote' : 'lines';
    if (blocks.at(-1)?.type !== type) blocks.push({ type, lines: [] });
    blocks.at(-1).lines.push(inline(content, verbatim));
  }
  return blocks;
}

/** One line as inline nodes: text, code, bold, italic, strike, emoji, link, user, channel, group, broadcast, date. */
export function inline(text, verbatim = false) {
  const nodes = [];
  let waiting = '';
  const flush = () => {
    if (waiting) nodes.push({ type: 'text', text: unescape(waiting) });
    waiting = '';
  };
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const character = text[at];
    const before = at > 0 ? text[at - 1] : '';
    const found =
      (character === '`' && code(rest)) ||
      (character === '<' && reference(rest)) ||
      (character === ':' && shortcode(rest)) ||
      (character === 'h' && !verbatim && !WORD.test(before) && bareUrl(rest)) ||
      (MARKS[character] && !WORD.test(before) && before !== character && span(rest, verbatim));
    if (found) {
      flush();
      nodes.push(found.node);
      at += found.length;
    } else {
      waiting += character;
      at += 1;
    }
  }
  flush();
  return nodes;
}

function code(rest) {
  const match = /^`([^`\n]+)`/.exec(rest);
  return match && { node: { type: 'code', text: plain(match[1]) }, length: match[0].length };
}

function shortcode(rest) {
  const match = /^:([a-z0-9_+-]+):(:skin-tone-\d:)?/.exec(rest);
  const character = match && emoji(match[1]);
  return character && { node: { type: 'emoji', text: character, name: match[1] }, length: match[0].length };
}

function bareUrl(rest) {
  const match = BARE_URL.exec(rest);
  return match && { node: { type: 'link', url: unescape(match[0]), text: unescape(match[0]) }, length: match[0].length };
}

function reference(rest) {
  const match = /^<([^<>\n]+)>/.exec(rest);
  if (!match) return null;
  const node = referred(match[1]);
  return { node, length: match[0].length };
}

function referred(inside) {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : unescape(inside.slice(bar + 1));
  if (/^@[UW]/.test(target)) return { type: 'user', id: target.slice(1), text: label };
  if (/^#[CG]/.test(target)) return { type: 'channel', id: target.slice(1), text: label };
  if (/^!(here|channel|everyone)$/.test(target)) return { type: 'broadcast', text: target.slice(1) };
  if (target.startsWith('!subteam^')) return { type: 'group', text: label || target.slice(9) };
  if (target.startsWith('!date^')) {
    const [, seconds, pattern, link] = target.split('^');
    return { type: 'date', seconds, pattern: pattern ?? '', url: link && unescape(link), text: label };
  }
  if (target.startsWith('!')) return { type: 'text', text: label || `<${target}>` };
  const url = safeUrl(unescape(target));
  return url
    ? { type: 'link', url, text: label || unescape(target).replace(/^(mailto|tel):/i, '') }
    : { type: 'text', text: label || `<${unescape(target)}>` };
}

/** `*bold*` and its kin: opens before a non-space, closes after one, and never inside a word. */
function span(rest, verbatim) {
  const mark = rest[0];
  if (!rest[1] || /\s/.test(rest[1]) || rest[1] === mark) return null;
  for (let at = 1; at < rest.length; at += 1) {
    const skipped = rest[at] === '`' ? code(rest.slice(at)) : rest[at] === '<' ? reference(rest.slice(at)) : null;
    if (skipped) {
      at += skipped.length - 1;
      continue;
    }
    const after = rest[at + 1] ?? '';
    if (rest[at] === mark && at > 1 && !/\s/.test(rest[at - 1]) && !WORD.test(after) && after !== mark) {
      return { node: { type: MARKS[mark], children: inline(rest.slice(1, at), verbatim) }, length: at + 1 };
    }
  }
  return null;
}

/** Code keeps its characters; a reference inside it is shown by its label or address. */
const plain = (text) =>
  unescape(
    text.replace(/<([^<>\n]+)>/g, (whole, inside) =>
      /^[@#!]/.test(inside) ? whole : inside.slice(inside.indexOf('|') + 1),
    ),
  );

/** What a person typed, as Slack would carry it: escaped, `@Name` as a mention, addresses in brackets. */
export function carried(typed, people, { references = true } = {}) {
  let text = escape(typed);
  if (!references) return text;
  const byLength = [...people].sort((one, other) => other.name.length - one.name.length);
  for (const person of byLength) {
    const name = escape(person.name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    text = text.replace(new RegExp(`(^|[^\\p{L}\\p{N}<])@${name}(?![\\p{L}\\p{N}])`, 'giu'), `$1<@${person.id}>`);
  }
  return text.replace(/(^|[\s(])(https?:\/\/[^\s<>]+[^\s<>.,;:!?'")\]])/g, '$1<$2>');
}

/** The way back, for editing a message in the composer. */
export function typed(text, people) {
  return unescape(
    String(text ?? '')
      .replace(/<@([UW]\w+)(?:\|[^>]*)?>/g, (whole, id) => `@${people.get(id)?.name ?? id}`)
      .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1'),
  );
}

/** Fallback text in one line, for notifications and labels. */
export const oneLine = (text, people) => typed(text, people).replace(/\s+/g, ' ').trim();
