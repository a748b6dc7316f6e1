// Slack's searchable menus: one choice or several, by mouse, touch and keyboard.

import { h, Component, createRef } from '/lib/preact.js';

let made = 0;

export class Select extends Component {
  state = { open: false, filter: '', active: 0, at: null };
  input = createRef();
  box = createRef();
  menu = createRef();
  id = `select-${(made += 1)}`;

  componentDidMount() {
    window.addEventListener('scroll', this.moved, true);
    window.addEventListener('resize', this.close);
    if (this.props.autofocus) this.input.current?.focus();
  }

  componentWillUnmount() {
    window.removeEventListener('scroll', this.moved, true);
    window.removeEventListener('resize', this.close);
  }

  componentDidUpdate() {
    this.menu.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    if (!this.state.open) return;
    // What is chosen can take another line: the menu goes on standing clear of its field.
    const at = this.place();
    if (Object.keys({ ...at, ...this.state.at }).some((side) => at[side] !== this.state.at?.[side])) this.setState({ at });
  }

  moved = (event) => {
    if (this.state.open && !this.menu.current?.contains(event.target)) this.setState({ at: this.place() });
  };

  /** Below the field, or above it where there is more room; fixed, so that no scrolling box cuts it off. */
  place() {
    const field = this.box.current.getBoundingClientRect();
    const below = window.innerHeight - field.bottom;
    const up = below < 220 && field.top > below;
    const width = Math.max(field.width, 200);
    return {
      left: `${Math.max(4, Math.min(field.left, window.innerWidth - width - 4))}px`,
      width: `${width}px`,
      maxHeight: `${Math.min(300, (up ? field.top : below) - 12)}px`,
      ...(up ? { bottom: `${window.innerHeight - field.top + 4}px` } : { top: `${field.bottom + 4}px` }),
    };
  }

  open = () => {
    if (this.props.disabled) return;
    const active = Math.max(0, this.shown('').findIndex((option) => this.isChosen(option)));
    if (!this.state.open) this.setState({ open: true, filter: '', active, at: this.place() });
  };

  close = () => {
    if (this.state.open) this.setState({ open: false, filter: '' });
  };

  isChosen(option) {
    return this.props.multi ? this.props.value.includes(option.value) : this.props.value === option.value;
  }

  shown(filter = this.state.filter) {
    const wanted = filter.trim().toLowerCase();
    return this.props.options.filter(
      (option) => !wanted || `${option.text} ${option.description ?? ''}`.toLowerCase().includes(wanted),
    );
  }

  get full() {
    return this.props.multi && this.props.max && this.props.value.length >= this.props.max;
  }

  choose(option) {
    if (!option) return;
    const { multi, value, onChange } = this.props;
    if (!multi) {
      this.close();
      if (option.value !== value) onChange(option.value, option);
      return;
    }
    if (this.isChosen(option)) onChange(value.filter((each) => each !== option.value));
    else if (!this.full) onChange([...value, option.value]);
    this.setState({ filter: '' });
    this.input.current?.focus();
  }

  keyed = (event) => {
    const shown = this.shown();
    const { open, active, filter } = this.state;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!open) this.open();
        else if (shown.length) this.setState({ active: (active + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length });
        return;
      }
      case 'Enter':
        event.preventDefault();
        if (open) this.choose(shown[active]);
        else this.open();
        return;
      case 'Escape':
        if (!open) return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
        return;
      case 'Tab':
        this.close();
        return;
      case 'Backspace':
        if (this.props.multi && !filter && this.props.value.length) this.props.onChange(this.props.value.slice(0, -1));
        return;
      default:
    }
  };

  render({ options, value, multi, placeholder, label, disabled, invalid, describedBy, id, clearable, busy }, { open, filter, active, at }) {
    const chosen = multi ? value.map((each) => options.find((option) => option.value === each) ?? { value: each, text: each }) : [];
    const single = multi ? null : options.find((option) => option.value === value);
    const shown = open ? this.shown() : [];
    let group;
    return h(
      'div',
      { class: `select${multi ? ' select-multi' : ''}${disabled ? ' disabled' : ''}${invalid ? ' invalid' : ''}`, ref: this.box },
      chosen.map((option) =>
        h('span', { key: option.value, class: 'token' }, h('span', null, option.text), h(
          'button',
          { type: 'button', 'aria-label': `Remove ${option.text}`, onClick: () => this.props.onChange(value.filter((each) => each !== option.value)) },
          '×',
        )),
      ),
      h('input', {
        id,
        ref: this.input,
        type: 'text',
        role: 'combobox',
        autocomplete: 'off',
        spellcheck: false,
        'aria-label': label,
        'aria-expanded': open ? 'true' : 'false',
        'aria-controls': `${this.id}-menu`,
        'aria-autocomplete': 'list',
        'aria-activedescendant': open && shown[active] ? `${this.id}-${active}` : undefined,
        'aria-invalid': invalid ? 'true' : undefined,
        'aria-describedby': describedBy,
        'aria-busy': busy ? 'true' : undefined,
        disabled,
        placeholder: single ? single.text : chosen.length ? '' : placeholder || (multi ? 'Select options' : 'Select an option'),
        value: open ? filter : single?.text ?? '',
        class: open && single ? 'searching' : undefined,
        onClick: this.open,
        onInput: (event) => {
          const typed = event.target.value;
          if (!this.state.open) this.open();
          this.setState({ filter: typed, active: 0 });
        },
        onKeyDown: this.keyed,
        onBlur: this.close,
      }),
      clearable && single && h('button', { type: 'button', class: 'clear', 'aria-label': `Clear ${label ?? 'choice'}`, onClick: () => this.props.onChange(null) }, '×'),
      h('span', { class: 'chevron', 'aria-hidden': 'true' }, '▾'),
      open &&
        h(
          'div',
          { class: 'menu', role: 'listbox', id: `${this.id}-menu`, ref: this.menu, style: at, 'aria-multiselectable': multi ? 'true' : undefined, onMouseDown: (event) => event.preventDefault() },
          shown.length === 0 && h('div', { class: 'menu-empty' }, 'No results'),
          this.full && h('div', { class: 'menu-empty' }, `At most ${this.props.max} can be chosen.`),
          shown.map((option, index) => {
            const heading = option.group !== group && option.group;
            group = option.group;
            return [
              heading && h('div', { key: `group ${heading}`, class: 'menu-group' }, heading),
              h(
                'div',
                {
                  key: option.value,
                  id: `${this.id}-${index}`,
                  role: 'option',
                  'aria-selected': this.isChosen(option) ? 'true' : 'false',
                  'aria-disabled': this.full && !this.isChosen(option) ? 'true' : undefined,
                  class: `option${index === active ? ' active' : ''}`,
                  onMouseEnter: () => this.setState({ active: index }),
                  onClick: () => this.choose(option),
                },
                h('span', { class: 'tick', 'aria-hidden': 'true' }, this.isChosen(option) ? '✓' : ''),
                h('span', null, option.text, option.description && h('small', null, option.description)),
              ),
            ];
          }),
        ),
    );
  }
}
