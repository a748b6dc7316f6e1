// The page's own signs as small drawings, so that they look the same where no emoji font is installed.

import { h } from '/lib/preact.js';

const DRAWN = {
  cup: ['M4 9h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5z', 'M16 10h1.500a3 3 0 0 1 0 6H16', 'M8 6c-1-1.500 1-2 0-3.500M12 6c-1-1.500 1-2 0-3.500'],
  clock: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M12 7v5l3.500 2'],
  fast: ['M4 6l7 6-7 6z', 'M12 6l7 6-7 6z'],
  pause: ['M8 5v14', 'M16 5v14'],
  eye: ['M2 12c4-7 16-7 20 0-4 7-16 7-20 0z', 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z'],
  info: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M12 11v6', 'M12 7.200v.2'],
  reply: ['M4 5h16v11H11l-5 4v-4H4z'],
  pencil: ['M4 20l1-4L16 5l3 3L8 19z'],
  bin: ['M5 7h14', 'M9 7V4h6v3', 'M7 7l1 13h8l1-13'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  picture: ['M3 5h18v14H3z', 'M3 16l5-5 4 4 3-3 6 6', 'M15.500 9.500v.2'],
  send: ['M4 4l17 8-17 8 3-8z', 'M7 12h9'],
  more: ['M5 12v.1', 'M12 12v.1', 'M19 12v.1'],
  warning: ['M12 3l10 18H2z', 'M12 10v5', 'M12 18v.2'],
  swap: ['M4 8h14l-3-3', 'M20 16H6l3 3'],
};

export const icon = (name) =>
  h(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    DRAWN[name].map((d) => h('path', { key: d, d })),
  );
