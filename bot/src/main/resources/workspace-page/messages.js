// The middle of the page: a conversation, its thread, or an app's Home.

import { h, Component, createRef, Fragment } from '/lib/preact.js';
import { icon } from './icons.js';
import { focusSoon, store } from './store.js';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { Composer } from './composer.js';
import { Form } from './form.js';
import { mrkdwn } from './text.js';
import { emoji } from './emoji.js';
import { carried, oneLine, typed } from './mrkdwn.js';
import { hourMinute, hourMinuteSecond, isoDay, longDay } from './dates.js';

const instantOf = (message) => new Date(message.at ?? Number(message.ts) * 1000);

/** Minutes within which messages of one author stand together. */
const TOGETHER = 5;

class Message extends Component {
  state = { editing: null };
  form = new Form({ type: 'message', channel: this.props.channel.id, ts: this.props.message.ts }, () => this.setState({}));

  componentDidUpdate(before) {
    // The bot has rewritten the message: what was chosen in the old one is gone, as in Slack.
    const old = before.message;
    const { message } = this.props;
    if (old !== message && JSON.stringify(old.blocks) !== JSON.stringify(message.blocks)) this.form.forget();
  }

  edit = () => this.setState({ editing: typed(this.props.message.text, store.people) });

  save = async () => {
    const text = this.state.editing.trim();
    this.setState({ editing: null });
    if (text) await store.edit(this.props.message.ts, carried(text, [...store.people.values()]));
  };

  remove = async () => {
    const sure = await store.ask({
      title: 'Delete message',
      text: 'Are you sure you want to delete this message? This cannot be undone.',
      confirm: 'Delete',
      style: 'danger',
    });
    if (sure) await store.remove(this.props.message.ts);
  };

  editor(text) {
    return h(
      'div',
      { class: 'editor' },
      h('textarea', {
        class: 'field',
        'aria-label': 'Edit message',
        rows: 2,
        value: text,
        ref: (field) => field && !this.focused && (this.focused = true) && field.focus(),
        onInput: (event) => this.setState({ editing: event.target.value }),
        onKeyDown: (event) => {
          if (event.key === 'Escape') this.setState({ editing: null });
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            this.save();
          }
        },
      }),
      h('div', { class: 'editor-foot' },
        h('button', { type: 'button', class: 'button', onClick: () => this.setState({ editing: null }) }, 'Cancel'),
        h('button', { type: 'button', class: 'button primary', onClick: this.save }, 'Save')),
    );
  }

  render({ message, author, together, inThread }, { editing }) {
    if (editing == null) this.focused = false;
    const at = instantOf(message);
    const zone = store.zone;
    const mine = message.user === store.person && !message.bot && !message.ephemeral;
    const replies = !inThread && message.reply_count > 0;
    const time = h('time', { class: 'time', dateTime: at.toISOString(), title: `${longDay(at, zone)}, ${hourMinuteSecond(at, zone)} at the venue` }, hourMinute(at, zone));
    return h(
      'article',
      {
        class: `message${together ? ' together' : ''}${message.ephemeral ? ' ephemeral' : ''}`,
        'data-testid': `message-${message.ts}`,
        'data-user': message.user,
        'aria-label': `${author.name}, ${hourMinute(at, zone)}`,
      },
      message.ephemeral && h('div', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      h('div', { class: 'gutter' }, together ? time : h(Avatar, { person: author, size: 'large' })),
      h(
        'div',
        { class: 'message-body' },
        !together &&
          h(
            'div',
            { class: 'byline' },
            h('strong', null, author.name),
            author.kind === 'bot' && h('span', { class: 'app-badge' }, 'APP'),
            time,
          ),
        editing != null ? this.editor(editing) : this.content(message),
        replies &&
          h('button', { type: 'button', class: 'replies', onClick: () => store.open(store.place.channel, message.ts) },
            message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`, h('span', null, 'View thread ›')),
      ),
      editing == null &&
        !message.ephemeral &&
        h(
          'div',
          { class: 'tools' },
          !inThread && h('button', { type: 'button', title: 'Reply in thread', 'aria-label': 'Reply in thread', onClick: () => store.open(store.place.channel, message.thread_ts ?? message.ts) }, icon('reply')),
          mine && h('button', { type: 'button', title: 'Edit message', 'aria-label': 'Edit message', onClick: this.edit }, icon('pencil')),
          mine && h('button', { type: 'button', title: 'Delete message', 'aria-label': 'Delete message', onClick: this.remove }, icon('bin')),
        ),
    );
  }

  content(message) {
    const context = store.context;
    const edited = message.edited && !message.ephemeral && h('span', { class: 'edited', title: 'This message was edited' }, '(edited)');
    return h(
      Fragment,
      null,
      message.blocks?.length
        ? h(Fragment, null, h(Blocks, { blocks: message.blocks, form: this.form, context }), edited)
        : h('div', { class: 'message-text' }, mrkdwn(message.text, context), edited && ' ', edited),
      message.reactions?.length > 0 &&
        h('div', { class: 'reactions' }, message.reactions.map((reaction) =>
          h('span', { key: reaction.name, class: 'reaction', title: (reaction.users ?? []).map((user) => store.people.get(user)?.name ?? user).join(', ') },
            emoji(reaction.name) ?? `:${reaction.name}:`, ' ', reaction.users?.length ?? reaction.count))),
      (message.attachments ?? []).map((attachment, index) =>
        h('div', { key: index, class: 'attachment' },
          attachment.pretext && h('div', null, mrkdwn(attachment.pretext, context)),
          attachment.title && h('b', null, attachment.title),
          attachment.blocks ? h(Blocks, { blocks: attachment.blocks, form: this.form, context, part: true }) : mrkdwn(attachment.text ?? attachment.fallback, context))),
      (message.files ?? []).map((file) =>
        h(File, { key: file.id ?? file.name, file })),
    );
  }
}

const sizeOf = (bytes) =>
  bytes < 1024 ? `${bytes} bytes` : bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A file to be downloaded; a picture shows itself. */
function File({ file }) {
  const address = /^(\/|https?:)/.test(file.url ?? '') ? file.url : undefined;
  const name = file.name ?? file.title ?? 'file';
  const what = [file.title && file.title !== name && file.title, file.size != null && sizeOf(file.size)].filter(Boolean).join(' · ');
  return h('a', { class: 'file', href: address, download: name, 'aria-label': `Download ${name}${file.size != null ? `, ${sizeOf(file.size)}` : ''}` },
    address && /^image\//.test(file.mimetype ?? '') && h('img', { class: 'file-picture', src: address, alt: '' }),
    h('span', { class: 'file-line' }, icon('file'), h('span', null, h('b', null, name), h('small', null, what))));
}

/** Messages in order, with day dividers and authors grouped; stays at the end while one is at the end. */
class Messages extends Component {
  state = { below: false };
  box = createRef();
  atEnd = true;

  componentDidMount() {
    this.toEnd();
    this.watch = new ResizeObserver(() => this.atEnd && this.toEnd());
    this.watch.observe(this.box.current);
    if (this.box.current.firstElementChild) this.watch.observe(this.box.current.firstElementChild);
  }

  componentWillUnmount() {
    this.watch.disconnect();
  }

  componentDidUpdate(before) {
    const last = this.props.messages.at(-1);
    const wasLast = before.messages.at(-1);
    const mineIsNew = last && last.ts !== wasLast?.ts && last.user === store.person;
    if (this.atEnd || mineIsNew) this.toEnd();
    else if (last && last.ts !== wasLast?.ts && !this.state.below) this.setState({ below: true });
  }

  toEnd() {
    const box = this.box.current;
    box.scrollTop = box.scrollHeight;
  }

  scrolled = () => {
    const box = this.box.current;
    this.atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
    if (this.atEnd && this.state.below) this.setState({ below: false });
  };

  render({ messages, channel, start, inThread, label }, { below }) {
    const zone = store.zone;
    let before = null;
    const list = h(
      'div',
      { class: 'messages', ref: this.box, onScroll: this.scrolled, role: 'log', 'aria-live': 'polite', 'aria-label': label, tabindex: 0 },
      h(
        'div',
        { class: 'messages-inside' },
        start,
        messages.map((message, index) => {
          const at = instantOf(message);
          const newDay = !inThread && (!before || isoDay(instantOf(before), zone) !== isoDay(at, zone));
          const together =
            !newDay &&
            before?.user === message.user &&
            !before.ephemeral === !message.ephemeral &&
            at - instantOf(before) < TOGETHER * 60000 &&
            !(inThread && index === 1);
          before = message;
          const person = store.people.get(message.user) ?? { id: message.user ?? 'U0', name: message.username ?? message.user ?? 'Somebody' };
          const author = { ...person, name: message.username ?? person.name, kind: message.bot ? 'bot' : person.kind };
          return h(
            Fragment,
            { key: `${message.ts}${message.ephemeral ? ' private' : ''}` },
            newDay && h('div', { class: 'day', role: 'separator' }, h('span', null, longDay(at, zone))),
            h(Message, { message, channel, author, together, inThread }),
            inThread && index === 0 && h('div', { class: 'thread-count', role: 'separator' }, h('span', null, messages.length === 1 ? 'No replies yet' : messages.length === 2 ? '1 reply' : `${messages.length - 1} replies`)),
          );
        }),
      ),
    );
    return h('div', { class: 'messages-frame' }, list,
      below && h('button', { type: 'button', class: 'new-below', onClick: () => this.toEnd() }, 'New messages ↓'));
  }
}

const back = () =>
  h('button', { type: 'button', class: 'back icon-button', 'aria-label': 'Back to channels', onClick: () => {
    store.show('sidebar');
    focusSoon('.side-item.current');
  } }, '‹');

function tabs(bot, current) {
  const tab = (name, here, go) =>
    h('button', { type: 'button', role: 'tab', 'aria-selected': here ? 'true' : 'false', tabindex: here ? 0 : -1, class: 'tab', 'data-testid': `tab-${name.toLowerCase()}`, onClick: go }, name);
  const keyed = (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    (current === 'home' ? store.openBot : store.openHome)(bot.id);
    focusSoon('.tab[aria-selected=true]');
  };
  return h('div', { class: 'tabs', role: 'tablist', 'aria-label': bot.name, onKeyDown: keyed },
    tab('Home', current === 'home', () => store.openHome(bot.id)),
    tab('Messages', current === 'messages', () => store.openBot(bot.id)));
}

function botHead(bot, current) {
  return h(
    'header',
    { class: 'pane-head with-tabs' },
    h('div', { class: 'pane-title' }, back(), h(Avatar, { person: bot, size: 'small' }), h('h1', null, bot.name), h('span', { class: 'app-badge' }, 'APP'),
      !store.isConnected(bot.id) && h('span', { class: 'offline' }, 'not connected')),
    tabs(bot, current),
  );
}

const loading = () => h('div', { class: 'loading', role: 'status' }, 'Loading…');

function beginning(channel, bot) {
  if (bot) {
    return h('div', { class: 'beginning' }, h(Avatar, { person: bot, size: 'huge' }),
      h('h2', null, bot.name),
      h('p', null, `This is the very beginning of your direct message history with ${bot.name}. Say hi, or type / to see its commands.`));
  }
  const name = store.channelName(channel);
  return h('div', { class: 'beginning' },
    h('h2', null, channel.kind === 'channel' ? `# ${name}` : name),
    h('p', null, channel.kind === 'channel'
      ? `This is the very beginning of the #${name} channel.`
      : `This conversation is just between you and ${store.listed(channel)}.`));
}

export function ChannelPane() {
  const channel = store.channel;
  if (!channel) return h('main', { class: 'pane' }, loading());
  const bot = store.people.get(store.botOf(channel) ?? '');
  const name = store.channelName(channel);
  const all = store.messages;
  const shown = all?.filter((message) => !message.thread_ts || message.thread_ts === message.ts || message.subtype === 'thread_broadcast');
  const label = channel.kind === 'channel' ? `Message #${name}` : channel.kind === 'group' ? 'Message this group' : `Message ${name}`;
  return h(
    'main',
    { class: 'pane', 'data-testid': 'pane', 'aria-label': name },
    bot
      ? botHead(bot, 'messages')
      : h('header', { class: 'pane-head' }, h('div', { class: 'pane-title' }, back(), h('h1', { title: name }, channel.kind === 'channel' ? `# ${name}` : name))),
    shown
      ? h(Messages, { key: `${store.person} ${channel.id}`, messages: shown, channel, start: beginning(channel, bot), label: `Messages in ${name}` })
      : loading(),
    h(Composer, { key: `${store.person} ${channel.id}`, label }),
  );
}

export function ThreadPane() {
  const channel = store.channel;
  const { thread } = store.place;
  if (!channel) return null;
  const close = () => {
    store.open(channel.id);
    focusSoon('.pane textarea');
  };
  const name = store.channelName(channel);
  return h(
    'aside',
    {
      class: 'thread',
      'aria-label': 'Thread',
      'data-testid': 'thread',
      onKeyDown: (event) => event.key === 'Escape' && close(),
    },
    h(
      'header',
      { class: 'pane-head' },
      h('div', { class: 'pane-title' }, h('h1', null, 'Thread'), h('small', { title: name }, channel.kind === 'channel' ? `#${name}` : name)),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close thread', onClick: close }, '×'),
    ),
    store.thread
      ? h(Messages, { key: thread, messages: store.thread, channel, inThread: true, label: 'Thread' })
      : loading(),
    h(Composer, { key: `${store.person} ${thread}`, thread, label: 'Reply…' }),
  );
}

export class HomePane extends Component {
  form = null;

  render() {
    const bot = store.people.get(store.place.bot);
    const view = store.home;
    if (view && this.form?.container.view_id !== view.id) {
      this.form = new Form({ type: 'view', view_id: view.id }, () => this.setState({}));
    }
    return h(
      'main',
      { class: 'pane', 'data-testid': 'home', 'aria-label': `${bot.name} Home` },
      botHead(bot, 'home'),
      h(
        'div',
        { class: 'home', role: 'tabpanel', tabindex: 0 },
        view === undefined
          ? loading()
          : view
            ? h('div', { class: 'home-view' }, h(Blocks, { blocks: view.blocks, form: this.form, context: store.context }))
            : h('div', { class: 'beginning centred' }, h(Avatar, { person: bot, size: 'huge' }),
                h('h2', null, store.isConnected(bot.id) ? `${bot.name} has not built its Home yet` : `${bot.name} is not connected`),
                h('p', null, store.isConnected(bot.id) ? 'It appears here as soon as the bot publishes it.' : 'Start the bot with this workspace’s address; this page notices by itself.')),
      ),
    );
  }
}

/** For the tab's title. */
export const placeName = () => {
  if (store.place?.kind === 'home') return store.people.get(store.place.bot)?.name;
  return store.channel ? oneLine(store.channelName(store.channel), store.people) : '';
};
