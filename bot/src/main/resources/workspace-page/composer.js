// Where one writes: Enter sends, Shift+Enter breaks the line, `/` and `@` complete.

import { h, Component, createRef } from '/lib/preact.js';
import { icon } from './icons.js';
import { store } from './store.js';
import { Avatar } from './avatar.js';
import { carried } from './mrkdwn.js';
import { base64 } from './elements.js';

/** The words a hint offers: "[preview | publish | help]" → preview, publish, help. */
function offered(hint) {
  if (!hint?.includes('|')) return [];
  const inside = /^\s*[[<(]([^[\]<>()]*)[\])>]\s*$/.exec(hint)?.[1] ?? hint;
  return inside
    .split('|')
    .map((each) => each.trim())
    // “a question” is for the person to fill in, not to be inserted.
    .filter((each) => /^\p{L}/u.test(each) && !/^an? /.test(each));
}

function suggestions(text, caret) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) {
    const commands = (store.state.commands ?? []).filter((each) => each.command.startsWith(before.toLowerCase()));
    return {
      kind: 'command',
      from: 0,
      exact: commands.some((each) => each.command === before),
      items: commands.map((each) => ({ insert: `${each.command} `, label: each.command, hint: each.hint, description: each.description })),
    };
  }
  const argument = /^(\/\S+)\s+(.*)$/s.exec(before);
  if (argument) {
    const command = (store.state.commands ?? []).find((each) => each.command === argument[1].toLowerCase());
    if (!command) return null;
    const typed = argument[2].toLowerCase();
    const items = offered(command.hint)
      .filter((each) => each.toLowerCase().startsWith(typed) && each.toLowerCase() !== typed)
      .map((each) => ({ insert: each.replace(/\s*[[<{(].*$/, ' '), label: each }));
    return { kind: 'argument', from: before.length - argument[2].length, exact: true, usage: command, items };
  }
  const mention = /(^|\s)@([\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]*)?)$/u.exec(before);
  if (mention) {
    const wanted = mention[2].toLowerCase();
    const items = [...store.people.values()]
      .filter((person) => person.id !== store.person && person.name.toLowerCase().startsWith(wanted) && person.name.toLowerCase() !== wanted)
      .slice(0, 8)
      .map((person) => ({ insert: `@${person.name} `, label: person.name, description: person.title, person }));
    return items.length ? { kind: 'mention', from: before.length - mention[2].length - 1, exact: false, items } : null;
  }
  return null;
}

export class Composer extends Component {
  state = { active: 0, moved: false, dismissed: null, sending: false, caret: 0 };
  field = createRef();

  get key() {
    return `${store.person} ${store.place?.channel} ${this.props.thread ?? ''}`;
  }

  get text() {
    return store.drafts.get(this.key) ?? '';
  }

  componentDidMount() {
    this.grow();
    if (window.matchMedia('(min-width: 761px)').matches && !document.querySelector('[role=dialog]')) {
      this.field.current.focus({ preventScroll: true });
    }
  }

  componentDidUpdate() {
    this.grow();
  }

  grow() {
    const field = this.field.current;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 220)}px`;
  }

  write(text, caret = text.length) {
    if (text) store.drafts.set(this.key, text);
    else store.drafts.delete(this.key);
    this.setState({ active: 0, moved: false, dismissed: null, caret });
  }

  get offers() {
    const found = suggestions(this.text, this.state.caret);
    return found && this.state.dismissed !== this.text ? found : null;
  }

  pick(offers, item) {
    const text = this.text;
    const next = text.slice(0, offers.from) + item.insert + text.slice(this.state.caret);
    const caret = offers.from + item.insert.length;
    this.write(next, caret);
    requestAnimationFrame(() => {
      this.field.current?.focus();
      this.field.current?.setSelectionRange(caret, caret);
    });
  }

  keyed = (event) => {
    if (event.isComposing) return;
    const offers = this.offers;
    const items = offers?.items ?? [];
    const { active, moved } = this.state;
    if (items.length) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : items.length - 1;
        // The first press on an argument list goes to its first line, since nothing is marked until then.
        this.setState({ active: offers.kind === 'argument' && !moved ? (step === 1 ? 0 : items.length - 1) : (active + step) % items.length, moved: true });
        return;
      }
      if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && (moved || !offers.exact))) {
        event.preventDefault();
        this.pick(offers, items[active]);
        return;
      }
    }
    if (event.key === 'Escape' && offers) {
      event.stopPropagation();
      this.setState({ dismissed: this.text });
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
      return;
    }
    if (event.key === 'ArrowUp' && !this.text) this.props.onEditLast?.();
  };

  send = async () => {
    const typed = this.text.trim();
    if (!typed || this.state.sending) return;
    const key = this.key;
    const isCommand = /^\/[a-z]/i.test(typed);
    if (isCommand && this.props.thread) {
      store.toast(`${typed.split(/\s/)[0]} is not supported in threads. Sorry!`);
      return;
    }
    this.write('');
    this.field.current.focus();
    this.setState({ sending: true });
    const people = [...store.people.values()];
    const worked = isCommand
      ? await store.command(carried(typed, people, { references: false }))
      : await store.send(carried(typed, people), this.props.thread);
    // What could not be sent comes back, unless something new has been written meanwhile.
    if (!worked && !store.drafts.has(key)) store.drafts.set(key, typed);
    this.setState({ sending: false, caret: this.text.length });
  };

  // A chosen file goes at once, with what was typed beside it.
  attach = async (event) => {
    const file = event.target.files[0];
    event.target.value = '';
    if (!file || this.state.sending) return;
    const typed = this.text.trim();
    this.write('');
    this.setState({ sending: true });
    const worked = await store.upload(file.name, await base64(file), carried(typed, [...store.people.values()]));
    if (!worked && typed && !store.drafts.has(this.key)) store.drafts.set(this.key, typed);
    this.setState({ sending: false, caret: this.text.length });
  };

  caretMoved = (event) => {
    if (event.target.selectionStart !== this.state.caret) this.setState({ caret: event.target.selectionStart });
  };

  render({ label, thread }, { active, moved, sending }) {
    const offers = this.offers;
    const marked = offers && (offers.kind !== 'argument' || moved);
    const menu = `offers-${thread ?? 'channel'}`;
    return h(
      'div',
      { class: 'composer' },
      offers && (offers.items.length > 0 || offers.usage) &&
        h(
          'div',
          { class: 'offers', id: menu, role: 'listbox', 'aria-label': 'Suggestions', 'data-testid': 'suggestions', onMouseDown: (event) => event.preventDefault() },
          h('div', { class: 'offers-head' }, offers.usage
            ? [h('b', null, offers.usage.command), ' ', h('span', null, offers.usage.hint)]
            : offers.kind === 'command' ? 'Commands' : 'People'),
          offers.usage?.description && h('div', { class: 'offers-note' }, offers.usage.description),
          offers.items.map((each, index) =>
            h(
              'div',
              {
                key: each.label,
                id: `${menu}-${index}`,
                role: 'option',
                'aria-selected': marked && index === active ? 'true' : 'false',
                class: marked && index === active ? 'offer active' : 'offer',
                onMouseEnter: () => this.setState({ active: index, moved: offers.kind !== 'argument' ? moved : true }),
                onClick: () => this.pick(offers, each),
              },
              each.person && h(Avatar, { person: each.person, size: 'tiny' }),
              h('b', null, each.label),
              each.hint && h('span', { class: 'offer-hint' }, each.hint),
              each.description && h('small', null, each.description),
            ),
          ),
        ),
      h(
        'div',
        { class: 'composer-box' },
        h('textarea', {
          ref: this.field,
          rows: 1,
          placeholder: label,
          'aria-label': label,
          'data-testid': thread ? 'thread-composer' : 'composer',
          'aria-autocomplete': 'list',
          'aria-controls': menu,
          'aria-activedescendant': marked && offers.items.length ? `${menu}-${active}` : undefined,
          value: this.text,
          onInput: (event) => this.write(event.target.value, event.target.selectionStart),
          onSelect: this.caretMoved,
          onKeyUp: this.caretMoved,
          onClick: this.caretMoved,
          onKeyDown: this.keyed,
        }),
        h(
          'div',
          { class: 'composer-foot' },
          !thread && h('span', { class: 'composer-hint', 'aria-hidden': 'true' }, h('b', null, '/'), ' for commands · ', h('b', null, '@'), ' for people · Shift+Enter for a new line'),
          !thread &&
            h(
              'label',
              { class: 'attach', title: 'Attach a file' },
              icon('file'),
              h('input', { type: 'file', 'aria-label': 'Attach a file', 'data-testid': 'attach', disabled: sending, onChange: this.attach }),
            ),
          h('button', { type: 'button', class: 'send', 'aria-label': 'Send', disabled: !this.text.trim() || sending, onClick: this.send }, icon('send')),
        ),
      ),
    );
  }
}
