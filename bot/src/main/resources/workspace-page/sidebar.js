// The two columns on the left: who you are, and what that person sees.

import { h, Component } from '/lib/preact.js';
import { icon } from './icons.js';
import { store, YOURS } from './store.js';
import { Avatar } from './avatar.js';

const GROUPS = { participant: 'Participants', mentor: 'Mentors', organizer: 'Organizers' };

/** Up and down go from button to button of a list, Home and End to its ends. */
const walk = (event) => {
  const to = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const stops = [...event.currentTarget.querySelectorAll('button')];
  const at = stops.indexOf(document.activeElement);
  if (to === undefined || at < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + to))].focus();
};

const badge = (count) =>
  count > 0 && h('span', { class: 'badge', 'aria-label': `${count} unread` }, count > 99 ? '99+' : count);

/** Everybody one can be, searchable, in the server's groups and order. */
export class People extends Component {
  state = { filter: '', closed: new Set() };

  componentDidUpdate() {
    if (this.shown === store.person || this.state.filter) return;
    this.shown = store.person;
    document.querySelector('.person.current')?.scrollIntoView({ block: 'nearest' });
  }

  toggle(group) {
    const closed = new Set(this.state.closed);
    if (!closed.delete(group)) closed.add(group);
    this.setState({ closed });
  }

  keyed = (event, found) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector('.people-list button.person')?.focus();
    }
    if (event.key === 'Enter' && found.length) {
      store.become(found[0].id);
      this.setState({ filter: '' });
    }
    if (event.key === 'Escape') this.setState({ filter: '' });
  };

  render(_, { filter, closed }) {
    const wanted = filter.trim().toLowerCase();
    const people = store.state.people.filter((person) => person.kind !== 'bot');
    const found = people.filter((person) =>
      !wanted || `${person.name} ${person.title ?? ''} ${person.kind}`.toLowerCase().includes(wanted));
    const groups = new Map();
    for (const person of found) {
      const group = person.group || GROUPS[person.kind] || 'People';
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(person);
    }
    // One stop for Tab among a hundred people: who is played, or the first; the arrows go to the others.
    const stop = (found.find((person) => person.id === store.person) ?? found[0])?.id;
    // First whom a visitor starts with, then who steers the day, then the long lists.
    const rank = ([group, members]) => (group === YOURS ? 0 : members[0].kind === 'organizer' ? 1 : 2);
    const inOrder = [...groups].sort((one, other) => rank(one) - rank(other));
    return h(
      'nav',
      { class: 'people', 'aria-label': 'People you can be' },
      h('div', { class: 'people-head' }, h('h2', null, 'Play as'),
        h('input', {
          type: 'search',
          class: 'people-search',
          placeholder: `Search ${people.length} people`,
          'aria-label': 'Search people',
          'data-testid': 'people-search',
          value: filter,
          onInput: (event) => this.setState({ filter: event.target.value }),
          onKeyDown: (event) => this.keyed(event, found),
        })),
      h(
        'div',
        { class: 'people-list', onKeyDown: walk },
        found.length === 0 && h('p', { class: 'nobody' }, `Nobody is called “${filter.trim()}”.`),
        inOrder.map(([group, members]) => {
          const open = wanted || !closed.has(group);
          return h(
            'section',
            { key: group },
            h(
              'button',
              { type: 'button', class: 'group-head', 'aria-expanded': open ? 'true' : 'false', onClick: () => this.toggle(group) },
              h('span', { class: 'twist', 'aria-hidden': 'true' }, open ? '▾' : '▸'),
              h('span', null, group),
              h('span', { class: 'count', 'aria-hidden': 'true' }, members.length),
            ),
            open &&
              h(
                'ul',
                null,
                members.map((person) =>
                  h('li', { key: person.id },
                    h(
                      'button',
                      {
                        type: 'button',
                        class: person.id === store.person ? 'person current' : 'person',
                        'aria-current': person.id === store.person ? 'true' : undefined,
                        tabindex: person.id === stop ? 0 : -1,
                        'data-testid': `person-${person.id}`,
                        title: [person.name, person.title, person.invented && 'invented'].filter(Boolean).join(' · '),
                        onClick: () => {
                          this.setState({ filter: '' });
                          store.become(person.id);
                        },
                      },
                      h(Avatar, { person, size: 'small' }),
                      h('span', { class: 'person-words' },
                        h('span', { class: 'person-name' }, person.name),
                        person.title && h('span', { class: 'person-title' }, person.title)),
                      person.id !== store.person && badge(person.unread),
                    ))),
              ),
          );
        }),
      ),
    );
  }
}

const item = ({ key, current, unread, testId, icon, label, extra, onClick }) =>
  h(
    'li',
    { key },
    h(
      'button',
      {
        type: 'button',
        class: `side-item${current ? ' current' : ''}${unread ? ' unread' : ''}`,
        'aria-current': current ? 'page' : undefined,
        'data-testid': testId,
        onClick,
      },
      icon,
      h('span', { class: 'side-label' }, label),
      extra,
      badge(unread),
    ),
  );

const part = (title, items) =>
  items.length > 0 && h('section', { class: 'side-part' }, h('h3', null, title), h('ul', null, items));

/** Channels, direct messages and apps of the person being played. */
export function Sidebar() {
  const me = store.people.get(store.person);
  const channels = store.channels ?? [];
  const open = store.place?.kind === 'channel' ? store.place.channel : null;
  const entry = (channel) => ({
    key: channel.id,
    current: channel.id === open,
    unread: channel.id === open ? 0 : channel.unread,
    testId: `channel-${channel.id}`,
    label: store.channelName(channel),
    onClick: () => store.open(channel.id),
  });
  const face = (channel) => {
    if (channel.kind === 'group') return h('span', { class: 'crowd', 'aria-hidden': 'true' }, channel.with.length);
    const other = (channel.with ?? []).find((each) => each !== store.person) ?? store.person;
    return h(Avatar, { person: store.people.get(other) ?? { id: other, name: other }, size: 'tiny' });
  };
  const withPeople = channels.filter((channel) => channel.kind !== 'channel' && !store.botOf(channel));
  return h(
    'nav',
    { class: 'sidebar', 'aria-label': `What ${me?.name ?? 'this person'} sees` },
    h(
      'div',
      { class: 'side-head' },
      h('strong', null, store.state.team?.name ?? 'Local workspace'),
      me &&
        h(
          'button',
          { type: 'button', class: 'side-me', 'aria-label': `You are ${me.name}. Play somebody else`, 'data-testid': 'me', onClick: () => store.show('people') },
          h(Avatar, { person: me, size: 'small' }),
          h('span', null, h('b', null, me.name), h('small', null, [me.title, me.invented && 'invented'].filter(Boolean).join(' · '))),
          h('span', { class: 'switch' }, icon('swap')),
        ),
    ),
    h(
      'div',
      { class: 'side-list', onKeyDown: walk },
      part('Channels', channels.filter((channel) => channel.kind === 'channel').map((channel) =>
        item({ ...entry(channel), icon: h('span', { class: 'hash', 'aria-hidden': 'true' }, '#') }))),
      part('Direct messages', withPeople.map((channel) => item({ ...entry(channel), icon: face(channel) }))),
      part('Apps', store.bots.map((bot) => {
        const channel = store.channelWith(bot.id);
        const current = store.place?.kind === 'home' ? store.place.bot === bot.id : open != null && (open === channel?.id || open === `to:${bot.id}`);
        return item({
          key: bot.id,
          current,
          unread: current && store.place?.kind === 'channel' ? 0 : channel?.unread ?? 0,
          testId: channel ? `channel-${channel.id}` : `app-${bot.id}`,
          icon: h(Avatar, { person: bot, size: 'tiny' }),
          label: bot.name,
          extra: !store.isConnected(bot.id) && h('span', { class: 'offline', title: 'Not connected to this workspace' }, 'offline'),
          onClick: () => (channel ? store.open(channel.id) : store.openBot(bot.id)),
        });
      })),
      store.state.bots?.length === 0 && !store.bots.length && h('p', { class: 'side-hint' }, 'No bot is installed in this workspace yet.'),
    ),
  );
}
