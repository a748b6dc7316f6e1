// Everything the page knows, in one place: what the server said, who is playing, what is open.
// Components read `store.…` and call its methods; every change draws the page anew.

import { api, follow } from './api.js';

const VIRTUAL = 'to:';

/** The group of people a visitor starts with. */
export const YOURS = 'You can be';

/** `#/U1/D1`, `#/U1/D1/thread/1714.0`, `#/U1/home/UBOT`, `#/U1/to/UBOT`. */
function readHash(hash) {
  const [person, first, second, third] = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  if (!person) return {};
  if (first === 'home') return { person, place: { kind: 'home', bot: second } };
  if (first === 'to') return { person, place: { kind: 'channel', channel: VIRTUAL + second } };
  if (!first) return { person };
  return { person, place: { kind: 'channel', channel: first, thread: second === 'thread' ? third : undefined } };
}

function writeHash({ person, place }) {
  if (!person) return '';
  const parts = [person];
  if (place?.kind === 'home') parts.push('home', place.bot);
  else if (place?.channel?.startsWith(VIRTUAL)) parts.push('to', place.channel.slice(VIRTUAL.length));
  else if (place?.channel) parts.push(place.channel, ...(place.thread ? ['thread', place.thread] : []));
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Runs one at a time; calls that come meanwhile are answered by one more run, which begins after the last of them. */
function coalesced(task) {
  let running = null;
  let waiting = null;
  const start = () => {
    // Whoever calls from here on needs yet another run: this one may have read already.
    waiting = null;
    const run = task().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  };
  return () => {
    if (!running && !waiting) return start();
    waiting ??= running.then(start, start);
    return waiting;
  };
}

/** Gives the keyboard to what is about to be drawn, once what had it is gone. */
export function focusSoon(selector, frames = 20) {
  requestAnimationFrame(() => {
    const target = document.querySelector(selector);
    if (target && document.activeElement === document.body) target.focus();
    else if (frames > 0) focusSoon(selector, frames - 1);
  });
}

class Store {
  /** The page as a whole: team, notices, people, commands, bots. Null until the first answer. */
  state = null;
  people = new Map();
  person = null;
  channels = null;
  place = null;
  /** What was read of the open place; `messages` is null while it is being read. */
  messages = null;
  thread = null;
  home = undefined;
  modal = null;
  toasts = [];
  online = true;
  /** At phone width only one of people, sidebar and pane is shown. */
  screen = 'pane';
  drafts = new Map();

  #listeners = new Set();
  #clockRead = 0;

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed() {
    for (const listener of this.#listeners) listener();
  }

  // ---- time ------------------------------------------------------------------------------------------

  #setClock(clock) {
    // A mark's time is shown beside its label, so a label need not repeat it.
    const marks = (clock.marks ?? []).map((mark) => ({ ...mark, label: mark.label.replace(/^\d{1,2}:\d\d\s+/, '') }));
    this.state = { ...this.state, clock: { ...clock, marks } };
    this.#clockRead = performance.now();
  }

  /** The workspace's time, carried on at its speed since the server last told it. */
  now = () => {
    const clock = this.state?.clock;
    if (!clock) return new Date();
    return new Date(Date.parse(clock.now) + (performance.now() - this.#clockRead) * (clock.speed ?? 1));
  };

  get zone() {
    return this.state?.clock?.zone ?? 'UTC';
  }

  changeClock = (change) =>
    this.#doing(async () => {
      this.#setClock({ ...this.state.clock, ...(await api.clock(change)) });
      this.changed();
    });

  // ---- reading ---------------------------------------------------------------------------------------

  readState = coalesced(async () => {
    const state = await api.state();
    this.people = new Map((state.people ?? []).map((person) => [person.id, person]));
    for (const bot of state.bots ?? []) {
      const known = this.people.get(bot.userId);
      this.people.set(bot.userId, { ...known, id: bot.userId, name: known?.name ?? bot.name, kind: 'bot' });
    }
    const clock = state.clock;
    this.state = { ...state, clock: this.state?.clock };
    this.#setClock(clock);
    this.changed();
  });

  readPerson = coalesced(async () => {
    const person = this.person;
    if (!person) return;
    const seen = await api.person(person);
    if (this.person !== person) return;
    this.channels = seen.channels ?? [];
    this.#takeModal(seen.modal ?? null);
    const virtual = this.place?.channel?.startsWith(VIRTUAL) && this.place.channel.slice(VIRTUAL.length);
    const real = virtual && this.channelWith(virtual);
    if (real) this.go({ place: { kind: 'channel', channel: real.id } });
    this.changed();
  });

  readMessages = coalesced(async () => {
    const { person, place } = this;
    if (place?.kind !== 'channel' || place.channel.startsWith(VIRTUAL)) {
      this.messages = [];
      this.thread = null;
      this.changed();
      return;
    }
    const [all, thread] = await Promise.all([
      api.messages(person, place.channel),
      place.thread ? api.messages(person, place.channel, place.thread) : null,
    ]);
    if (this.person !== person || this.place !== place) return;
    this.messages = all.messages ?? [];
    // What was read here no longer counts in the rail.
    if (this.people.get(person)?.unread) this.#soonPeople();
    this.thread = thread?.messages ?? null;
    const channel = this.channels?.find((each) => each.id === place.channel);
    if (channel?.unread) this.channels = this.channels.map((each) => (each === channel ? { ...each, unread: 0 } : each));
    this.changed();
  });

  readHome = coalesced(async () => {
    const { person, place } = this;
    if (place?.kind !== 'home') return;
    const { view } = await api.home(person);
    if (this.person !== person || this.place !== place) return;
    this.home = view ?? null;
    this.changed();
  });

  #takeModal(view) {
    // Closed here while the answer was on its way.
    if (view && view.id === this.closedModal) return;
    this.modal = view;
  }

  // ---- going places ----------------------------------------------------------------------------------

  start() {
    window.addEventListener('hashchange', () => this.attempt(() => this.#arrive()));
    follow(
      (change) => this.#hear(change),
      (online) => this.#line(online),
    );
    return this.attempt(async () => {
      await this.readState();
      await this.#arrive();
    });
  }

  go({ person = this.person, place = this.place, screen = 'pane' }) {
    this.screen = screen;
    const hash = writeHash({ person, place });
    if (window.location.hash === hash) this.changed();
    else window.location.hash = hash;
  }

  show = (screen) => {
    this.screen = screen;
    this.changed();
  };

  /** Whoever is chosen sees the same place as before where there is one: the bot's Home, the bot's messages, a channel. */
  become = (person) => {
    let place = null;
    if (this.place?.kind === 'home') place = this.place;
    else if (this.place) {
      const channel = this.channels?.find((each) => each.id === this.place.channel);
      const bot = this.botOf(channel) ?? (this.place.channel.startsWith(VIRTUAL) ? this.place.channel.slice(3) : null);
      if (bot) place = { kind: 'channel', channel: VIRTUAL + bot };
      else if (channel?.kind === 'channel') place = { kind: 'channel', channel: channel.id };
    }
    this.go({ person, place });
  };

  open = (channel, thread) => this.go({ place: { kind: 'channel', channel, thread } });
  openBot = (bot) => this.go({ place: { kind: 'channel', channel: this.channelWith(bot)?.id ?? VIRTUAL + bot } });
  openHome = (bot) => this.go({ place: { kind: 'home', bot } });

  async #arrive() {
    let { person, place } = readHash(window.location.hash);
    if (!this.state) await this.readState();
    if (!this.people.has(person) || this.people.get(person).kind === 'bot') {
      const all = this.state.people.filter((each) => each.kind !== 'bot');
      person = (all.find((each) => each.group === YOURS) ?? all[0])?.id;
      place = null;
      if (!person) {
        this.changed();
        return;
      }
    }
    const samePerson = person === this.person;
    const samePlace =
      samePerson && place?.kind === this.place?.kind && place?.channel === this.place?.channel && place?.bot === this.place?.bot;
    this.person = person;
    this.place = place ?? null;
    if (!samePlace) this.toasts = [];
    if (!samePerson) {
      this.channels = null;
      this.modal = null;
      this.closedModal = null;
    }
    if (!samePlace) {
      this.messages = null;
      this.home = undefined;
    }
    this.thread = samePlace ? this.thread : null;
    this.changed();
    if (!samePerson) await this.readPerson();
    if (this.person !== person || (place && this.place !== place)) return;
    if (!this.#exists(place)) {
      const bot = this.bots[0];
      const fallback = bot ? { kind: 'home', bot: bot.id } : { kind: 'channel', channel: this.channels?.[0]?.id };
      if (bot || fallback.channel) {
        window.history.replaceState(null, '', writeHash({ person, place: fallback }));
        await this.#arrive();
      }
      return;
    }
    if (place.kind === 'home') {
      if (!samePlace) {
        const { view } = await api.openHome(person);
        if (this.place === place) {
          this.home = view ?? null;
          this.changed();
        }
      }
    } else {
      await this.readMessages();
    }
  }

  #exists(place) {
    if (!place) return false;
    if (place.kind === 'home') return this.people.get(place.bot)?.kind === 'bot';
    if (place.channel.startsWith(VIRTUAL)) {
      const bot = place.channel.slice(VIRTUAL.length);
      const real = this.channelWith(bot);
      if (real) {
        place.channel = real.id;
        window.history.replaceState(null, '', writeHash({ person: this.person, place }));
      }
      return this.people.has(bot);
    }
    return Boolean(this.channels?.some((each) => each.id === place.channel));
  }

  // ---- hearing ---------------------------------------------------------------------------------------

  #line(online) {
    const back = online && !this.online;
    this.online = online;
    this.changed();
    // What was said while the line was down is read again.
    if (back) this.attempt(() => this.#readAll());
  }

  async #readAll() {
    await this.readState();
    await this.readPerson();
    await (this.place?.kind === 'home' ? this.readHome() : this.readMessages());
  }

  #hear({ what, user, channel, text }) {
    const mine = !user || user === this.person;
    switch (what) {
      case 'channel':
        this.#soonPeople();
        if (!mine) return;
        if (this.place?.kind === 'channel' && (!channel || channel === this.place.channel)) {
          this.attempt(() => this.readMessages());
        }
        this.attempt(() => this.readPerson());
        return;
      case 'home':
        if (mine) this.attempt(() => this.readHome());
        return;
      case 'modal':
        if (mine) this.attempt(() => this.readPerson());
        return;
      case 'people':
      case 'clock':
        this.attempt(() => this.readState());
        return;
      case 'toast':
        if (mine) this.toast(text);
        return;
      default:
    }
  }

  #peopleTimer = null;

  /** The badges in the rail: many messages at once (a round is published) are one reading. */
  #soonPeople() {
    this.#peopleTimer ??= setTimeout(() => {
      this.#peopleTimer = null;
      this.attempt(() => this.readState());
    }, 700);
  }

  // ---- doing -----------------------------------------------------------------------------------------

  /** Does it, and says in a toast what went wrong. True when it worked. */
  async attempt(task) {
    try {
      await task();
      return true;
    } catch (problem) {
      this.toast(problem.message || String(problem));
      return false;
    }
  }

  /** Something the person does: what was said of the last thing is cleared away first. */
  #doing(task) {
    if (this.toasts.length) {
      this.toasts = [];
      this.changed();
    }
    return this.attempt(task);
  }

  #toastNumber = 0;

  toast(sentence) {
    if (!sentence) return;
    const text = sentence.charAt(0).toUpperCase() + sentence.slice(1);
    if (this.toasts.some((each) => each.text === text)) return;
    this.#toastNumber += 1;
    const toast = { id: this.#toastNumber, text };
    this.toasts = [...this.toasts.slice(-2), toast];
    this.changed();
    setTimeout(() => this.dropToast(toast.id), 7000)
  }

  dropToast = (id) => {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
    this.changed();
  };

  send = (text, thread) =>
    this.#doing(async () => {
      const { channel } = this.place;
      const target = channel.startsWith(VIRTUAL) ? { to: channel.slice(VIRTUAL.length) } : { channel };
      const sent = await api.send(this.person, { ...target, text, thread_ts: thread ?? null });
      if (channel.startsWith(VIRTUAL) && sent.channel) {
        await this.readPerson();
        if (this.place?.channel === channel) this.open(sent.channel);
      }
      await this.readMessages();
    });

  upload = (name, base64, text) =>
    this.#doing(async () => {
      const { channel } = this.place;
      const target = channel.startsWith(VIRTUAL) ? { to: channel.slice(VIRTUAL.length) } : { channel };
      const sent = await api.upload(this.person, { ...target, name, base64, text });
      if (channel.startsWith(VIRTUAL) && sent.channel) {
        await this.readPerson();
        if (this.place?.channel === channel) this.open(sent.channel);
      }
      await this.readMessages();
    });

  command = (text) =>
    this.#doing(async () => {
      const { channel } = this.place;
      const target = channel.startsWith(VIRTUAL) ? { to: channel.slice(VIRTUAL.length) } : { channel };
      await api.command(this.person, { ...target, text });
      await this.readMessages();
    });

  edit = (ts, text) =>
    this.#doing(async () => {
      await api.edit(this.person, { channel: this.place.channel, ts, text });
      await this.readMessages();
    });

  remove = (ts) =>
    this.#doing(async () => {
      await api.remove(this.person, { channel: this.place.channel, ts });
      await this.readMessages();
    });

  act = (container, block, action, value, state) =>
    this.#doing(async () => {
      await api.act(this.person, { container, block_id: block, action_id: action, value, state });
    });

  submitModal = async (view, state) => {
    this.toasts = [];
    try {
      const answer = await api.submit(this.person, view.id, state);
      if (answer.result === 'closed') {
        this.closedModal = view.id;
        this.modal = null;
        this.changed();
        await this.attempt(() => this.readPerson());
      } else if (answer.result === 'updated') {
        this.modal = answer.view;
        this.changed();
      } else if (answer.result === 'failed') {
        this.toast(answer.error);
      }
      return answer;
    } catch (problem) {
      this.toast(problem.message);
      return { result: 'failed', error: problem.message };
    }
  };

  closeModal = (view) => {
    this.closedModal = view.id;
    this.modal = null;
    this.changed();
    return this.attempt(async () => {
      await api.close(this.person, view.id);
      await this.readPerson();
    });
  };

  question = null;

  /** Shows a confirm dialog of Block Kit; resolves to what the person decided. */
  ask = (question) =>
    new Promise((resolve) => {
      this.question = {
        ...question,
        decide: (yes) => {
          this.question = null;
          this.changed();
          resolve(yes);
        },
      };
      this.changed();
    });

  // ---- asking ----------------------------------------------------------------------------------------

  get bots() {
    return [...this.people.values()].filter((person) => person.kind === 'bot');
  }

  isConnected(bot) {
    return this.state?.bots?.find((each) => each.userId === bot)?.connected !== false;
  }

  /** The bot on the other side of this conversation, if one is. */
  botOf(channel) {
    if (channel?.kind !== 'im') return null;
    return channel.with?.find((each) => this.people.get(each)?.kind === 'bot') ?? null;
  }

  channelWith(other) {
    return this.channels?.find((each) => each.kind === 'im' && each.with?.includes(other));
  }

  /** The open channel; one that has no message yet is made up. */
  get channel() {
    if (this.place?.kind !== 'channel') return null;
    if (this.place.channel.startsWith(VIRTUAL)) {
      const other = this.place.channel.slice(VIRTUAL.length);
      return { id: this.place.channel, kind: 'im', with: [other], name: this.people.get(other)?.name ?? other, unread: 0 };
    }
    return this.channels?.find((each) => each.id === this.place.channel) ?? null;
  }

  channelName(channel) {
    if (channel.kind === 'channel') return channel.name;
    // People before bots, as they are whom one looks for.
    const isBot = (each) => this.people.get(each)?.kind === 'bot';
    const others = (channel.with ?? []).filter((each) => each !== this.person).sort((one, other) => isBot(one) - isBot(other));
    if (!others.length && channel.with?.length) return `${this.people.get(this.person)?.name} (you)`;
    return others.map((each) => this.people.get(each)?.name ?? each).join(', ') || channel.name || channel.id;
  }

  /** The others in a conversation, as a sentence names them. */
  listed(channel) {
    const names = this.channelName(channel).split(', ');
    return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  }

  /** What text needs to name people and days. */
  get context() {
    return {
      people: this.people,
      channels: this.channels,
      me: this.person,
      zone: this.people.get(this.person)?.zone ?? this.zone,
      now: this.now,
    };
  }
}

export const store = new Store();
