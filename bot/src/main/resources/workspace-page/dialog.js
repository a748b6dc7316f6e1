// Modals as Slack shows them, and the small confirm dialogs of buttons.

import { h, Component, createRef } from '/lib/preact.js';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { Form } from './form.js';
import { store } from './store.js';
import { textObject, words } from './text.js';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** What last had the keyboard outside of dialogs: a modal comes only when the bot has answered. */
let lastFocus = null;
document.addEventListener('focusin', (event) => {
  if (!event.target.closest('.overlay')) lastFocus = event.target;
});

/** Holds the keyboard while it is open: Tab goes round inside, Esc leaves, and the focus returns where it was. */
export class Dialog extends Component {
  box = createRef();
  before = lastFocus;

  componentDidMount() {
    if (!this.box.current.contains(document.activeElement)) {
      const field = this.box.current.querySelector('.dialog-body input:not(:disabled), .dialog-body textarea');
      (field ?? this.box.current).focus();
    }
  }

  componentWillUnmount() {
    const { before } = this;
    // What lies below can be focused again once it is drawn without `inert`; what was pressed may have been drawn anew.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const again = before?.isConnected ? before : before?.id && document.getElementById(before.id);
      (again || document.querySelector('.home, .messages'))?.focus();
    });
  }

  keyed = (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      this.props.onClose();
    }
    if (event.key !== 'Tab') return;
    const stops = [...this.box.current.querySelectorAll(FOCUSABLE)].filter((each) => each.offsetParent !== null);
    if (!stops.length) return;
    const leaving = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === leaving || !this.box.current.contains(document.activeElement)) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    }
  };

  render({ label, children, class: kind, testId }) {
    return h(
      'div',
      { class: 'overlay' },
      h(
        'div',
        { class: `dialog ${kind ?? ''}`, role: 'dialog', 'aria-modal': 'true', 'aria-label': label, tabindex: -1, ref: this.box, onKeyDown: this.keyed, 'data-testid': testId },
        children,
      ),
    );
  }
}

/** Forms by view, so that what was typed is still there when a view pushed over it is closed. */
const forms = new Map();

function formOf(view, redraw) {
  const root = view.root_view_id ?? view.id;
  for (const [id, form] of forms) if (form.root !== root) forms.delete(id);
  if (!forms.has(view.id)) forms.set(view.id, Object.assign(new Form({ type: 'view', view_id: view.id }, redraw), { root }));
  const form = forms.get(view.id);
  form.redraw = redraw;
  return form;
}

/** A view of type modal: the person's input stays while the bot updates the same view. */
export class Modal extends Component {
  state = { sending: false };
  form = formOf(this.props.view, () => this.setState({}));

  submit = async (event) => {
    event.preventDefault();
    const { view } = this.props;
    if (this.state.sending || !view.submit) return;
    if (!this.form.check(view.blocks)) {
      this.#toFirstError();
      return;
    }
    this.setState({ sending: true });
    const answer = await store.submitModal(view, this.form.collect(view.blocks));
    this.setState({ sending: false });
    if (answer.result === 'errors') {
      this.form.errors = answer.errors ?? {};
      this.setState({});
      this.#toFirstError();
    }
  };

  #toFirstError() {
    setTimeout(() => document.querySelector('[data-testid=modal] [aria-invalid=true]')?.focus());
  }

  close = () => store.closeModal(this.props.view);

  render({ view }, { sending }) {
    const title = words(view.title);
    const bot = store.bots.find((each) => each.id === view.bot_user_id || view.bot_id === each.botId) ?? store.bots[0];
    return h(
      Dialog,
      { label: title, onClose: this.close, testId: 'modal' },
      h(
        'form',
        { class: 'dialog-form', onSubmit: this.submit, noValidate: true },
        h(
          'header',
          { class: 'dialog-head' },
          bot && h(Avatar, { person: bot, size: 'medium' }),
          h('h2', null, title),
          h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close dialog', onClick: this.close }, '×'),
        ),
        h('div', { class: 'dialog-body' }, h(Blocks, { blocks: view.blocks, form: this.form, context: store.context })),
        h(
          'footer',
          { class: 'dialog-foot' },
          h('button', { type: 'button', class: 'button', onClick: this.close }, view.close ? words(view.close) : view.submit ? 'Cancel' : 'Close'),
          view.submit &&
            h('button', { type: 'submit', class: 'button primary', disabled: sending, 'aria-busy': sending ? 'true' : undefined }, words(view.submit)),
        ),
      ),
    );
  }
}

/** The `confirm` of a button. */
export function Question({ question }) {
  const title = question.title ? words(question.title) : 'Are you sure?';
  return h(
    Dialog,
    { label: title, onClose: () => question.decide(false), class: 'small', testId: 'confirm' },
    h('header', { class: 'dialog-head' }, h('h2', null, title)),
    h('div', { class: 'dialog-body' }, textObject(question.text, store.context)),
    h(
      'footer',
      { class: 'dialog-foot' },
      h('button', { type: 'button', class: 'button', onClick: () => question.decide(false) }, question.deny ? words(question.deny) : 'Cancel'),
      h(
        'button',
        { type: 'button', class: `button ${question.style === 'danger' ? 'danger-filled' : 'primary'}`, onClick: () => question.decide(true) },
        question.confirm ? words(question.confirm) : 'Yes',
      ),
    ),
  );
}
