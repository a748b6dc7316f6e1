// Block Kit's interactive elements. Each reads and writes its value through the form it stands in.

import { h, Component, createRef } from '/lib/preact.js';
import { icon } from './icons.js';
import { Select } from './select.js';
import { textObject, words } from './text.js';
import { safeUrl } from './mrkdwn.js';
import { instantAt, isoDay, hourMinute } from './dates.js';

const option = (each, group) => ({
  value: each.value,
  text: words(each.text),
  description: each.description ? words(each.description) : undefined,
  group,
  whole: each,
});

function optionsOf(element, context) {
  if (/static_select$/.test(element.type)) {
    return element.option_groups
      ? element.option_groups.flatMap((group) => group.options.map((each) => option(each, words(group.label))))
      : (element.options ?? []).map((each) => option(each));
  }
  if (/users_select$/.test(element.type)) {
    return [...context.people.values()].map((person) => ({ value: person.id, text: person.name, description: person.title }));
  }
  return (context.channels ?? [])
    .filter((channel) => channel.kind === 'channel' || /conversations_select$/.test(element.type))
    .map((channel) => ({ value: channel.id, text: channel.kind === 'channel' ? `#${channel.name}` : channel.name ?? channel.id }));
}

/**
 * One element. `form` and `block` (its id) say where its value lives; `acts` whether a change is told to the
 * bot at once (in messages, Home, or an input with dispatch_action); `label`, `id`, `invalid`, `describedBy` come from
 * an input block.
 */
export function Element(props) {
  const { element } = props;
  switch (element.type) {
    case 'button':
      return h(Button, props);
    case 'overflow':
      return h(Overflow, props);
    case 'image':
      return h(Picture, { url: element.image_url, alt: element.alt_text, kind: 'accessory' });
    case 'static_select':
    case 'multi_static_select':
    case 'users_select':
    case 'multi_users_select':
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
    case 'multi_channels_select':
      return h(Menu, props);
    case 'checkboxes':
    case 'radio_buttons':
      return h(Choices, props);
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return h(Picker, props);
    case 'plain_text_input':
    case 'rich_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return h(TextInput, props);
    case 'file_input':
      return h(FileInput, props);
    default:
      return h('span', { class: 'unsupported' }, `The local workspace cannot show the element “${element.type}”.`);
  }
}

function Button({ element, form, block }) {
  const busy = form.isBusy(block, element);
  const label = words(element.text);
  const attributes = {
    class: `button${element.style ? ` ${element.style}` : ''}`,
    'aria-label': element.accessibility_label,
    'aria-busy': busy ? 'true' : undefined,
    onClick: () => form.act(block, element, null),
  };
  const url = safeUrl(element.url);
  if (url) return h('a', { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
  return h('button', { type: 'button', ...attributes, disabled: busy }, label);
}

class Overflow extends Component {
  state = { open: false };
  box = createRef();

  left = (event) => {
    if (!this.box.current?.contains(event.relatedTarget)) this.setState({ open: false });
  };

  keyed = (event) => {
    if (!this.state.open) return;
    const items = [...this.box.current.querySelectorAll('[role=menuitem]')];
    const at = items.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.setState({ open: false });
      this.box.current.querySelector('button').focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus();
    }
  };

  render({ element, form, block }, { open }) {
    return h(
      'div',
      { class: 'overflow', ref: this.box, onFocusOut: this.left, onKeyDown: this.keyed },
      h(
        'button',
        { type: 'button', class: 'button', 'aria-label': 'More actions', 'aria-haspopup': 'menu', 'aria-expanded': open ? 'true' : 'false', onClick: () => this.setState({ open: !open }) },
        icon('more'),
      ),
      open &&
        h(
          'div',
          { class: 'menu menu-under', role: 'menu' },
          (element.options ?? []).map((each) =>
            h(
              'button',
              {
                key: each.value,
                type: 'button',
                role: 'menuitem',
                class: 'option',
                onClick: () => {
                  this.setState({ open: false });
                  form.act(block, element, each.value, each);
                },
              },
              words(each.text),
            ),
          ),
        ),
    );
  }
}

function Menu({ element, form, block, acts, context, label, id, invalid, describedBy, optional }) {
  const multi = element.type.startsWith('multi_');
  return h(Select, {
    id,
    multi,
    // Inside an input block the block's own label names the field.
    label: id ? undefined : label ?? (element.placeholder ? words(element.placeholder) : 'Select'),
    invalid,
    describedBy,
    placeholder: element.placeholder ? words(element.placeholder) : '',
    options: optionsOf(element, context),
    value: form.value(block, element),
    max: element.max_selected_items,
    clearable: optional,
    autofocus: element.focus_on_load,
    busy: form.isBusy(block, element),
    onChange: (value) => {
      form.change(block, element, value, acts);
    },
  });
}

function Choices({ element, form, block, acts, context, label, invalid, describedBy }) {
  const several = element.type === 'checkboxes';
  const value = form.value(block, element);
  const name = `${form.container.ts ?? form.container.view_id ?? ''} ${block} ${element.action_id}`;
  return h(
    'div',
    { class: 'choices', role: several ? 'group' : 'radiogroup', 'aria-label': label, 'aria-describedby': describedBy, 'aria-invalid': invalid ? 'true' : undefined },
    (element.options ?? []).map((each) =>
      h(
        'label',
        { key: each.value, class: 'choice' },
        h('input', {
          type: several ? 'checkbox' : 'radio',
          name,
          value: each.value,
          checked: several ? value.includes(each.value) : value === each.value,
          onChange: (event) => {
            const chosen = several
              ? (element.options ?? [])
                  .map((other) => other.value)
                  .filter((other) => (other === each.value ? event.target.checked : value.includes(other)))
              : each.value;
            form.change(block, element, chosen, acts);
          },
        }),
        h('span', null, textObject(each.text, context), each.description && h('small', null, textObject(each.description, context))),
      ),
    ),
  );
}

function Picker({ element, form, block, acts, context, label, id, invalid, describedBy }) {
  const value = form.value(block, element);
  const zone = element.timezone ?? context.zone;
  const types = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' };
  const instant = element.type === 'datetimepicker' && value != null ? new Date(value * 1000) : null;
  return h('input', {
    id,
    class: 'field picker',
    type: types[element.type],
    'aria-label': id ? undefined : label ?? (element.placeholder ? words(element.placeholder) : 'Pick a time'),
    'aria-invalid': invalid ? 'true' : undefined,
    'aria-describedby': describedBy,
    value: instant ? `${isoDay(instant, zone)}T${hourMinute(instant, zone)}` : value ?? '',
    onChange: (event) => {
      let next = event.target.value || null;
      if (next && element.type === 'datetimepicker') {
        const [day, time] = next.split('T');
        next = Math.floor(instantAt(day, time, zone).getTime() / 1000);
      }
      form.change(block, element, next, acts);
    },
  });
}

class TextInput extends Component {
  field = createRef();

  componentDidMount() {
    if (this.props.element.focus_on_load) this.field.current?.focus();
  }

  render({ element, form, block, acts, label, id, invalid, describedBy }) {
    const long = element.multiline || element.type === 'rich_text_input';
    const types = { email_text_input: 'email', url_text_input: 'url' };
    const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
    const value = form.value(block, element) ?? '';
    const left = element.max_length && value.length > element.max_length * 0.8 ? element.max_length - value.length : null;
    return h(
      'div',
      { class: 'text-input' },
      h(long ? 'textarea' : 'input', {
        id,
        ref: this.field,
        class: 'field',
        type: long ? undefined : types[element.type] ?? 'text',
        inputmode: element.type === 'number_input' ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : undefined,
        rows: long ? 4 : undefined,
        maxlength: element.max_length,
        placeholder: element.placeholder ? words(element.placeholder) : undefined,
        'aria-label': label,
        'aria-invalid': invalid ? 'true' : undefined,
        'aria-describedby': describedBy,
        value,
        onInput: (event) => {
          form.change(block, element, event.target.value, acts && triggers.includes('on_character_entered'));
        },
        onKeyDown: (event) => {
          if (event.key === 'Enter' && !long && acts && triggers.includes('on_enter_pressed')) {
            event.preventDefault();
            form.tell(block, element, event.target.value);
          }
        },
      }),
      left != null && h('span', { class: 'left', 'aria-hidden': 'true' }, left),
    );
  }
}

/** What is in a file the person chose, as it travels in JSON. */
export const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

function FileInput({ element, form, block, label, id, describedBy, invalid }) {
  const chosen = form.value(block, element);
  return h(
    'div',
    { class: 'file-input' },
    h('input', {
      id,
      type: 'file',
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': invalid ? 'true' : undefined,
      multiple: (element.max_files ?? 10) > 1,
      accept: element.filetypes?.map((type) => `.${type}`).join(','),
      onChange: async (event) => {
        const files = [...event.target.files].slice(0, element.max_files ?? 10);
        const read = await Promise.all(files.map(async (file) => ({ name: file.name, type: file.type, base64: await base64(file) })));
        form.set(block, element, read);
      },
    }),
    chosen.length > 0 && h('small', null, chosen.map((file) => file.name).join(', ')),
  );
}

/** An image, or its description where it cannot be had (there may be no network). */
export class Picture extends Component {
  state = { failed: false };

  render({ url, alt, kind }, { failed }) {
    const source = /^(https?:|data:image\/|\/)/i.test(url ?? '') ? url : null;
    if (failed || !source) {
      return h('span', { class: `picture-missing ${kind ?? ''}`, role: 'img', 'aria-label': alt }, icon('picture'), kind === 'context' ? null : ` ${alt ?? ''}`);
    }
    return h('img', { class: `picture ${kind ?? ''}`, src: source, alt: alt ?? '', loading: 'lazy', onError: () => this.setState({ failed: true }) });
  }
}
