// What a person has chosen in the elements of one message, Home view or modal, and how it is sent.

import { store } from './store.js';

const first = (list) => (list?.length ? list : []);

/** The element's value before anybody touched it, in the form the server takes. */
export function initial(element) {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? null;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return first(element.initial_options).map((option) => option.value);
    case 'users_select':
      return element.initial_user ?? null;
    case 'multi_users_select':
      return first(element.initial_users);
    case 'conversations_select':
      return element.initial_conversation ?? null;
    case 'multi_conversations_select':
      return first(element.initial_conversations);
    case 'channels_select':
      return element.initial_channel ?? null;
    case 'multi_channels_select':
      return first(element.initial_channels);
    case 'datepicker':
      return element.initial_date ?? null;
    case 'timepicker':
      return element.initial_time ?? null;
    case 'datetimepicker':
      return element.initial_date_time ?? null;
    case 'rich_text_input':
      return element.initial_value ? flattened(element.initial_value) : null;
    case 'file_input':
      return [];
    default:
      return element.initial_value ?? null;
  }
}

const flattened = (node) => node.text ?? (node.elements ?? []).map(flattened).join(node.type === 'rich_text' ? '\n' : '');

export const blockId = (block, index) => block.block_id ?? String(index);

const isEmpty = (value) => value == null || value === '' || (Array.isArray(value) && value.length === 0);

/** Every element of these blocks that holds a value, with its block. */
function* holders(blocks) {
  for (const [index, block] of (blocks ?? []).entries()) {
    const elements = [block.element, block.accessory, ...(block.type === 'actions' ? block.elements ?? [] : [])];
    for (const element of elements) {
      if (element?.action_id && !['button', 'overflow', 'image', 'workflow_button'].includes(element.type)) {
        yield { id: blockId(block, index), block, element };
      }
    }
  }
}

export class Form {
  #values = new Map();
  /** What is drawn with this form, set when it is drawn. */
  blocks = [];
  busy = new Set();
  errors = {};

  /** @param container what the server is told an action came from; @param redraw called after each change */
  constructor(container, redraw) {
    this.container = container;
    this.redraw = redraw;
  }

  #key = (block, element) => `${block} ${element.action_id ?? ''}`;

  value(block, element) {
    const key = this.#key(block, element);
    return this.#values.has(key) ? this.#values.get(key) : initial(element);
  }

  set(block, element, value) {
    this.#values.set(this.#key(block, element), value);
    if (this.errors[block]) this.errors = Object.fromEntries(Object.entries(this.errors).filter(([id]) => id !== block));
    this.redraw();
  }

  forget() {
    this.#values.clear();
    this.errors = {};
  }

  isBusy(block, element) {
    return this.busy.has(this.#key(block, element));
  }

  /** A new value, told to the bot at once where `acts`; a confirm dialog that is denied leaves the old one. */
  async change(block, element, value, acts) {
    if (acts && element.confirm && !(await store.ask(element.confirm))) {
      this.redraw();
      return;
    }
    this.set(block, element, value);
    if (acts) await this.tell(block, element, value);
  }

  /** A press: asks where the element wants to be asked, then tells the bot. */
  async act(block, element, value, option) {
    const question = option?.confirm ?? element.confirm;
    if (question && !(await store.ask(question))) return;
    await this.tell(block, element, value);
  }

  /** Tells the bot and waits for its ack. */
  async tell(block, element, value) {
    const key = this.#key(block, element);
    this.busy.add(key);
    this.redraw();
    await store.act(this.container, block, element.action_id, value ?? null, this.collect(this.blocks));
    this.busy.delete(key);
    this.redraw();
  }

  /** The state of a submitted view. */
  collect(blocks) {
    const state = {};
    for (const { id, element } of holders(blocks)) {
      const value = this.value(id, element);
      (state[id] ??= {})[element.action_id] = value === '' ? null : value;
    }
    return state;
  }

  /** What Slack's own client refuses before it asks the app. True when nothing is wrong. */
  check(blocks) {
    const errors = {};
    for (const { id, block, element } of holders(blocks)) {
      if (block.type !== 'input') continue;
      const value = this.value(id, element);
      const problem = isEmpty(value) || (typeof value === 'string' && !value.trim())
        ? block.optional ? null : 'Please complete this required field.'
        : refused(element, value);
      if (problem) errors[id] = problem;
    }
    this.errors = errors;
    this.redraw();
    return Object.keys(errors).length === 0;
  }
}

function refused(element, value) {
  switch (element.type) {
    case 'plain_text_input':
      if (element.min_length && value.length < element.min_length) return `Must be at least ${element.min_length} characters long.`;
      if (element.max_length && value.length > element.max_length) return `Must be at most ${element.max_length} characters long.`;
      return null;
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/i.test(value) ? null : 'Please enter a valid URL.';
    case 'number_input': {
      const number = Number(value);
      if (Number.isNaN(number)) return 'Please enter a number.';
      if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
      if (element.min_value != null && number < Number(element.min_value)) return `Must be ${element.min_value} or more.`;
      if (element.max_value != null && number > Number(element.max_value)) return `Must be ${element.max_value} or less.`;
      return null;
    }
    default:
      return null;
  }
}
