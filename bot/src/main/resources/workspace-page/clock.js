// The venue's clock: what time it is there, and how it is moved.

import { h, Component, createRef } from '/lib/preact.js';
import { icon } from './icons.js';
import { store } from './store.js';
import { hourMinute, hourMinuteSecond, instantAt, isoDay, longDay, shortDay, zoneCity, zoneOffset } from './dates.js';

const SPEEDS = [
  { speed: 0, label: icon('pause'), name: 'Pause the clock' },
  { speed: 1, label: '1×', name: 'Run at real speed' },
  { speed: 10, label: '10×', name: 'Run 10 times faster' },
  { speed: 60, label: '60×', name: 'Run 60 times faster' },
];

export class Clock extends Component {
  state = { open: false };
  box = createRef();

  componentDidMount() {
    this.timer = setInterval(() => this.setState({}), 500);
    document.addEventListener('pointerdown', this.outside);
  }

  componentWillUnmount() {
    clearInterval(this.timer);
    document.removeEventListener('pointerdown', this.outside);
  }

  outside = (event) => {
    if (this.state.open && !this.box.current?.contains(event.target)) this.setState({ open: false });
  };

  keyed = (event) => {
    if (event.key === 'Escape' && this.state.open) {
      event.stopPropagation();
      this.setState({ open: false });
      this.box.current.querySelector('.clock-face').focus();
    }
  };

  jump(at) {
    this.setState({ open: false });
    store.changeClock({ jump: at });
  }

  jumpTyped = (event) => {
    event.preventDefault();
    const [day, time] = new FormData(event.target).get('at').split('T');
    const instant = day && time && instantAt(day, time, store.zone);
    if (instant) this.jump(instant.toISOString());
  };

  render(_, { open }) {
    const { clock } = store.state;
    const zone = store.zone;
    const now = store.now();
    const fast = clock.speed > 1;
    const next = (clock.marks ?? []).find((mark) => Date.parse(mark.at) > now.getTime());
    return h(
      'div',
      { class: 'clock', 'data-testid': 'clock', ref: this.box, onKeyDown: this.keyed },
      h(
        'button',
        {
          type: 'button',
          class: 'clock-face',
          'data-testid': 'clock-face',
          'aria-haspopup': 'dialog',
          'aria-expanded': open ? 'true' : 'false',
          'aria-label': `Venue time ${shortDay(now, zone)} ${hourMinute(now, zone)}, ${zoneCity(zone)}. Change the clock`,
          title: `${zone} (${zoneOffset(now, zone)})`,
          onClick: () => this.setState({ open: !open }),
        },
        h('span', { class: 'clock-icon' }, icon(clock.speed === 0 ? 'pause' : fast ? 'fast' : 'clock')),
        h('span', { class: 'clock-day' }, shortDay(now, zone)),
        h('strong', { 'data-testid': 'clock-time' }, hourMinute(now, zone)),
        h('span', { class: 'clock-zone' }, `${zoneCity(zone)}, ${zoneOffset(now, zone)}`),
        h('span', { class: 'chevron', 'aria-hidden': 'true' }, '▾'),
      ),
      h(
        'div',
        { class: 'speeds', role: 'group', 'aria-label': 'Speed of the clock' },
        SPEEDS.map(({ speed, label, name }) =>
          h(
            'button',
            {
              key: speed,
              type: 'button',
              'aria-label': name,
              'aria-pressed': clock.speed === speed ? 'true' : 'false',
              title: name,
              onClick: () => store.changeClock({ speed }),
            },
            label,
          ),
        ),
      ),
      next &&
        h(
          'button',
          { type: 'button', class: 'next-mark', 'data-testid': 'clock-next', title: `Jump to ${next.label}`, onClick: () => this.jump(next.at) },
          h('span', null, `Jump to ${hourMinute(new Date(next.at), zone)} ${next.label}`),
        ),
      open &&
        h(
          'div',
          { class: 'clock-panel', role: 'dialog', 'aria-label': 'The workspace’s clock', 'data-testid': 'clock-panel' },
          h('div', { class: 'clock-big' }, hourMinuteSecond(now, zone)),
          h('div', { class: 'clock-sub' }, `${longDay(now, zone)} · ${zone} (${zoneOffset(now, zone)})`),
          h('h3', null, 'Jump to'),
          h(
            'ul',
            { class: 'marks' },
            (clock.marks ?? []).map((mark) => {
              const at = new Date(mark.at);
              return h('li', { key: mark.at + mark.label },
                h('button', { type: 'button', class: at < now ? 'mark past' : mark === next ? 'mark next' : 'mark', onClick: () => this.jump(mark.at) },
                  h('time', null, hourMinute(at, zone)), h('span', null, mark.label)));
            }),
          ),
          h(
            'form',
            { class: 'clock-form', onSubmit: this.jumpTyped },
            h('label', null, h('span', null, 'Or any time at the venue'),
              h('input', { key: isoDay(now, zone), name: 'at', type: 'datetime-local', class: 'field', required: true, defaultValue: `${isoDay(now, zone)}T${hourMinute(now, zone)}` })),
            h('button', { type: 'submit', class: 'button' }, 'Jump'),
          ),
        ),
    );
  }
}
