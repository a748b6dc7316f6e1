// Text objects and rich text as elements.

import { h, Fragment } from '/lib/preact.js';
import { parse, safeUrl, unescape } from './mrkdwn.js';
import { withEmoji, emoji } from './emoji.js';
import { slackDate } from './dates.js';

const link = (url, children, key) => {
  const safe = safeUrl(url);
  return safe
    ? h('a', { key, href: safe, target: '_blank', rel: 'noopener noreferrer' }, children)
    : h(Fragment, { key }, children);
};

const mention = (id, label, context, key) => {
  const name = context.people.get(id)?.name ?? (label || id);
  return h('span', { key, class: id === context.me ? 'mention mention-me' : 'mention' }, `@${name}`);
};

const channelMention = (id, label, context, key) =>
  h('span', { key, class: 'mention' }, `#${context.channels?.find((each) => each.id === id)?.name ?? (label || id)}`);

const date = (node, context, key) => {
  const text = slackDate(node.seconds, node.pattern, context.zone, context.now()) ?? node.text;
  return link(node.url, h('time', { title: node.text }, text), key);
};

function inlineNode(node, context, key) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return h('code', { key }, node.text);
    case 'bold':
      return h('strong', { key }, inlineNodes(node.children, context));
    case 'italic':
      return h('em', { key }, inlineNodes(node.children, context));
    case 'strike':
      return h('s', { key }, inlineNodes(node.children, context));
    case 'emoji':
      return h('span', { key, class: 'emoji', role: 'img', 'aria-label': node.name.replaceAll('_', ' ') }, node.text);
    case 'link':
      return link(node.url, node.text, key);
    case 'user':
      return mention(node.id, node.text, context, key);
    case 'channel':
      return channelMention(node.id, node.text, context, key);
    case 'group':
    case 'broadcast':
      return h('span', { key, class: 'mention mention-me' }, `@${node.text.replace(/^@/, '')}`);
    case 'date':
      return date(node, context, key);
    default:
      return null;
  }
}

const inlineNodes = (nodes, context) => nodes.map((node, index) => inlineNode(node, context, index));

const lines = (all, context) =>
  all.map((line, index) => h(Fragment, { key: index }, index > 0 && h('br'), inlineNodes(line, context)));

/** A mrkdwn string. `context`: people (Map), channels, me, zone, now(). */
export function mrkdwn(text, context, options) {
  return parse(text, options).map((block, index) => {
    switch (block.type) {
      case 'pre':
        return h('pre', { key: index }, block.text);
      case 'quote':
        return h('blockquote', { key: index }, lines(block.lines, context));
      default:
        return h('span', { key: index }, lines(block.lines, context));
    }
  });
}

/** A plain string: entities as Slack shows them, shortcodes unless switched off, line breaks kept by CSS. */
export const plainText = (text, withShortcodes = true) => {
  const shown = unescape(String(text ?? ''));
  return withShortcodes ? withEmoji(shown) : shown;
};

/** A text object of either type (or a bare string). */
export function textObject(object, context) {
  if (object == null) return null;
  if (typeof object === 'string') return plainText(object);
  if (object.type === 'mrkdwn') return mrkdwn(object.text, context, { verbatim: object.verbatim });
  return h('span', { class: 'plain' }, plainText(object.text, object.emoji !== false));
}

/** The characters of a text object, for labels and buttons. */
export const words = (object) =>
  object == null ? '' : plainText(typeof object === 'string' ? object : object.text, object.emoji !== false);

// ---- rich_text -----------------------------------------------------------------------------------------

function styled(node, style, key) {
  if (!style) return node;
  let result = node;
  if (style.code) result = h('code', null, result);
  if (style.bold) result = h('strong', null, result);
  if (style.italic) result = h('em', null, result);
  if (style.strike) result = h('s', null, result);
  if (style.underline) result = h('u', null, result);
  return h(Fragment, { key }, result);
}

function richElement(element, context, key) {
  switch (element.type) {
    case 'text':
      return styled(element.text, element.style, key);
    case 'link':
      return styled(link(element.url, element.text || element.url, key), element.style, key);
    case 'user':
      return styled(mention(element.user_id, '', context, key), element.style, key);
    case 'channel':
      return styled(channelMention(element.channel_id, '', context, key), element.style, key);
    case 'usergroup':
      return h('span', { key, class: 'mention' }, `@${element.usergroup_id}`);
    case 'broadcast':
      return h('span', { key, class: 'mention mention-me' }, `@${element.range}`);
    case 'emoji':
      return h('span', { key, class: 'emoji' }, emoji(element.name) ?? `:${element.name}:`);
    case 'date':
      return date(
        { seconds: element.timestamp, pattern: element.format ?? '{date}', url: element.url, text: element.fallback ?? '' },
        context,
        key,
      );
    case 'color':
      return h('code', { key }, element.value);
    default:
      return h('span', { key, class: 'unsupported' }, `[${element.type}]`);
  }
}

const richElements = (elements, context) =>
  (elements ?? []).map((element, index) => richElement(element, context, index));

function richPart(part, context, key) {
  switch (part.type) {
    case 'rich_text_section':
      return h('div', { key, class: 'rich-section' }, richElements(part.elements, context));
    case 'rich_text_preformatted':
      return h('pre', { key }, richElements(part.elements, context));
    case 'rich_text_quote':
      return h('blockquote', { key, class: 'rich-section' }, richElements(part.elements, context));
    case 'rich_text_list':
      return h(
        part.style === 'ordered' ? 'ol' : 'ul',
        { key, class: `rich-list indent-${Math.min(part.indent ?? 0, 4)}`, start: part.offset ? part.offset + 1 : undefined },
        (part.elements ?? []).map((item, index) =>
          h('li', { key: index }, item.type === 'rich_text_section' ? richElements(item.elements, context) : richPart(item, context)),
        ),
      );
    default:
      return h('div', { key, class: 'unsupported' }, `[${part.type}]`);
  }
}

export const richText = (block, context) =>
  (block.elements ?? []).map((part, index) => richPart(part, context, index));

// ---- the `markdown` block: headings, lists and paragraphs, the inline rest through mrkdwn ------------------

const standard = (line) =>
  line
    .replace(/\*\*([^*]+)\*\*|__([^_]+)__/g, (whole, stars, bars) => `\u0001${stars ?? bars}\u0001`)
    .replace(/(^|[^*\w])\*([^*\s][^*]*)\*/g, '$1_$2_')
    .replaceAll('\u0001', '*')
    .replace(/~~([^~]+)~~/g, '~$1~')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<$2|$1>');

export function markdown(text, context) {
  const out = [];
  let list = null;
  let fenced = null;
  const end = () => {
    if (list) out.push(h(list.tag, { key: out.length, class: 'rich-list' }, list.items.map((item, i) => h('li', { key: i }, item))));
    list = null;
  };
  for (const line of String(text ?? '').split('\n')) {
    if (line.startsWith('```')) {
      if (fenced) out.push(h('pre', { key: out.length }, fenced.join('\n')));
      fenced = fenced ? null : [];
      continue;
    }
    if (fenced) {
      fenced.push(line);
      continue;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const item = /^\s*(?:([-*+])|(\d+)[.)])\s+(.*)$/.exec(line);
    if (item) {
      const tag = item[1] ? 'ul' : 'ol';
      if (list?.tag !== tag) end();
      list ??= { tag, items: [] };
      list.items.push(mrkdwn(standard(item[3]), context));
      continue;
    }
    end();
    if (heading) out.push(h('strong', { key: out.length, class: 'markdown-heading' }, mrkdwn(standard(heading[2]), context)));
    else if (/^\s*(---|\*\*\*)\s*$/.test(line)) out.push(h('hr', { key: out.length }));
    else if (line.trim()) out.push(h('div', { key: out.length }, mrkdwn(standard(line), context)));
    else out.push(h('div', { key: out.length, class: 'gap' }));
  }
  end();
  if (fenced) out.push(h('pre', { key: out.length }, fenced.join('\n')));
  return out;
}
