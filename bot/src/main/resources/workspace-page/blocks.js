// Block Kit's blocks, for messages, Home and modals alike.

import { h, Fragment } from '/lib/preact.js';
import { icon } from './icons.js';
import { Element, Picture } from './elements.js';
import { blockId } from './form.js';
import { markdown, mrkdwn, richText, textObject, words } from './text.js';
import { safeUrl } from './mrkdwn.js';

export function Blocks({ blocks, form, context, part }) {
  if (!part) form.blocks = blocks ?? [];
  return h(
    'div',
    { class: 'blocks' },
    (blocks ?? []).map((block, index) => {
      const id = blockId(block, index);
      return h('div', { key: `${block.type} ${id}`, class: `block block-${block.type}`, 'data-block-id': id }, one(block, id, form, context));
    }),
  );
}

function one(block, id, form, context) {
  const element = (each, key) => h(Element, { key, element: each, form, block: id, acts: true, context });
  switch (block.type) {
    case 'header':
      return h('h3', { class: 'header-text' }, words(block.text));
    case 'section':
      return section(block, element, context);
    case 'context':
      return (block.elements ?? []).map((each, index) =>
        each.type === 'image'
          ? h(Picture, { key: index, url: each.image_url, alt: each.alt_text, kind: 'context' })
          : h('span', { key: index, class: 'context-text' }, textObject(each, context)),
      );
    case 'actions':
      return (block.elements ?? []).map((each, index) => element(each, each.action_id ?? index));
    case 'divider':
      return h('hr');
    case 'image':
      return h(
        Fragment,
        null,
        block.title && h('div', { class: 'image-title' }, words(block.title)),
        h(Picture, { url: block.image_url ?? block.slack_file?.url, alt: block.alt_text }),
      );
    case 'rich_text':
      return richText(block, context);
    case 'markdown':
      return markdown(block.text, context);
    case 'input':
      return input(block, id, form, context);
    case 'video': {
      const url = safeUrl(block.title_url ?? block.video_url);
      return url ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words(block.title)) : words(block.title);
    }
    case 'table':
      return table(block, context);
    default:
      return h('span', { class: 'unsupported' }, `The local workspace cannot show the block “${block.type}”.`);
  }
}

function section(block, element, context) {
  return h(
    Fragment,
    null,
    h(
      'div',
      { class: 'section-body' },
      block.text && h('div', { class: 'section-text' }, textObject(block.text, context)),
      block.fields?.length > 0 &&
        h('div', { class: 'fields' }, block.fields.map((field, index) => h('div', { key: index, class: 'section-field' }, textObject(field, context)))),
    ),
    block.accessory && h('div', { class: 'section-accessory' }, element(block.accessory, 'accessory')),
  );
}

function input(block, id, form, context) {
  const error = form.errors[id];
  const field = `field-${form.container.view_id ?? form.container.ts ?? ''}-${id}`;
  const grouped = ['checkboxes', 'radio_buttons'].includes(block.element.type);
  const label = words(block.label);
  const described = [error && `${field}-error`, block.hint && `${field}-hint`].filter(Boolean).join(' ') || undefined;
  return h(
    'div',
    { class: error ? 'input has-error' : 'input' },
    h(
      grouped ? 'div' : 'label',
      { class: 'input-label', for: grouped ? undefined : field },
      label,
      block.optional && h('span', { class: 'optional' }, ' (optional)'),
    ),
    h(Element, {
      element: block.element,
      form,
      block: id,
      acts: Boolean(block.dispatch_action),
      context,
      label: grouped ? label : undefined,
      id: field,
      invalid: Boolean(error),
      describedBy: described,
      optional: block.optional,
    }),
    error && h('div', { class: 'input-error', id: `${field}-error`, role: 'alert' }, icon('warning'), error),
    block.hint && h('div', { class: 'input-hint', id: `${field}-hint` }, words(block.hint)),
  );
}

function table(block, context) {
  const cell = (each) => (each.type === 'rich_text' ? richText(each, context) : mrkdwn(each.text ?? '', context));
  const [head, ...body] = block.rows ?? [];
  return h(
    'div',
    { class: 'table-scroll' },
    h(
      'table',
      null,
      head && h('thead', null, h('tr', null, head.map((each, index) => h('th', { key: index }, cell(each))))),
      h('tbody', null, body.map((row, at) => h('tr', { key: at }, row.map((each, index) => h('td', { key: index }, cell(each)))))),
    ),
  );
}
