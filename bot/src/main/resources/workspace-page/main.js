// The local workspace's page: draws the store, anew after each change.
//
//   api.js      what the server is asked, and its stream of changes      store.js    all the page knows and does
//   sidebar.js  who to be, and what that person sees                     messages.js conversation, thread, Home
//   composer.js writing, completion                                      dialog.js   modals, confirm dialogs
//   blocks.js, elements.js, select.js, form.js                           Block Kit, its elements and their values
//   mrkdwn.js, text.js, emoji.js, dates.js                               what was written, as safe text
//
// Plain modules over Preact: nothing is built, nothing comes from the network, and neither the markup nor what a
// bot sends may carry script (the server's Content-Security-Policy allows this origin's files only).

import { h, render, Component } from '/lib/preact.js';
import { icon } from './icons.js';
import { store } from './store.js';
import { People, Sidebar } from './sidebar.js';
import { ChannelPane, HomePane, ThreadPane, placeName } from './messages.js';
import { Clock } from './clock.js';
import { Modal, Question } from './dialog.js';
import { Avatar } from './avatar.js';

const toasts = () =>
  h(
    'div',
    { class: 'toasts', role: 'alert', 'data-testid': 'toasts' },
    store.toasts.map((toast) =>
      h('div', { key: toast.id, class: 'toast' },
        h('span', null, toast.text),
        h('button', { type: 'button', 'aria-label': 'Dismiss', onClick: () => store.dropToast(toast.id) }, '×'))),
  );

const topBar = () => {
  const me = store.people.get(store.person);
  return h(
    'header',
    { class: 'top' },
    h('div', { class: 'brand' }, icon('cup'), h('span', null, 'Local workspace')),
    h(Clock, null),
    me &&
      h(
        'button',
        { type: 'button', class: 'top-me', 'aria-label': `You are ${me.name}. Play somebody else`, onClick: () => store.show(store.screen === 'people' ? 'pane' : 'people') },
        h(Avatar, { person: me, size: 'small' }),
      ),
  );
};

const notices = () =>
  store.state.notices?.length > 0 &&
  h('div', { class: 'notices', role: 'note', 'data-testid': 'notices' }, store.state.notices.map((notice, index) => h('span', { key: index }, icon('info'), notice)));

class Page extends Component {
  componentDidMount() {
    store.subscribe(() => {
      this.setState({});
      const me = store.people.get(store.person);
      const unread = (store.channels ?? []).reduce((sum, channel) => sum + (channel.unread ?? 0), 0);
      document.title = [unread > 0 && `(${unread})`, placeName(), me?.name, store.state?.team?.name ?? 'Local workspace']
        .filter(Boolean)
        .join(' · ');
    });
    store.start();
  }

  /** Where the list of people lies over the page, it goes away when one turns elsewhere. */
  leavePeople() {
    if (store.screen === 'people' && window.matchMedia('(min-width: 761px)').matches) store.show('pane');
  }

  render() {
    if (!store.state) {
      return h('div', null, h('p', { class: 'starting', role: 'status' }, store.toasts.length ? 'The local workspace cannot be reached. Reload once it runs.' : 'Opening the local workspace…'), toasts());
    }
    const held = Boolean(store.modal || store.question);
    const { place } = store;
    return h(
      'div',
      {
        class: `page screen-${store.screen}${place?.thread ? ' with-thread' : ''}`,
        onKeyDown: (event) => event.key === 'Escape' && this.leavePeople(),
        onClick: (event) => !event.target.closest('.people, .side-me, .top-me') && this.leavePeople(),
      },
      h(
        'div',
        { class: 'app', inert: held },
        h('a', { class: 'skip', href: '#', onClick: (event) => {
          event.preventDefault();
          document.querySelector('.thread textarea, .pane textarea, .home')?.focus();
        } }, 'Skip to the conversation'),
        topBar(),
        notices(),
        !store.online && h('div', { class: 'lost', role: 'status' }, 'The line to the local workspace is down. Trying again…'),
        h(
          'div',
          { class: 'columns' },
          h(People, null),
          h(Sidebar, null),
          !place
            ? h('main', { class: 'pane' }, h('div', { class: 'beginning centred' },
                h('h2', null, store.person ? 'Nothing to see yet' : 'Nobody is here yet'),
                h('p', null, store.person ? 'This person is in no channel, and no bot is installed.' : 'The workspace has no people. Add some, and they appear here.')))
            : place.kind === 'home'
              ? h(HomePane, { key: `${store.person} ${place.bot}` })
              : h(ChannelPane, null),
          place?.thread && h(ThreadPane, null),
        ),
      ),
      store.modal && h(Modal, { key: store.modal.id, view: store.modal }),
      store.question && h(Question, { question: store.question }),
      toasts(),
    );
  }
}

const root = document.getElementById('root');
root.replaceChildren();
render(h(Page, null), root);
