import { DARK_LEAF, LEAF, type Motif, STALK } from './motif.js';

const ring = (count: number, radius: number, draw: (x: number, y: number, angle: number) => void): void => {
  for (let i = 0; i < count; i += 1) {
    const angle = (2 * Math.PI * i) / count;
    draw(radius * Math.cos(angle), radius * Math.sin(angle), angle);
  }
};

export const FRUIT_MOTIFS = {
  apple(pen) {
    pen.shape(
      'M0-.45C.3-.75 .95-.6 .9 .05C.85 .65 .4 1 .15 .9Q0 .85-.15 .9C-.4 1-.85 .65-.9 .05C-.95-.6-.3-.75 0-.45Z',
      '#d8322b',
    );
    pen.oval(-0.5, -0.1, 0.14, 0.3, '#f27a6a', 0.4);
    pen.line('M0-.45Q.02-.8 .15-.98', STALK, 0.1);
    pen.shape('M.08-.7Q.35-1.05 .75-.85Q.45-.5 .08-.7Z', LEAF);
  },
  banana(pen) {
    pen.shape(
      'M-.85-.55C-.6 .5 .3 .95 .95 .45C.98 .35 .9 .28 .8 .3C.2 .45-.35 .05-.6-.75C-.7-.85-.88-.75-.85-.55Z',
      '#f7d23e',
    );
    pen.shape('M-.82-.3C-.4 .75 .5 .9 .95 .45C.4 .65-.3 .4-.82-.3Z', '#d9a815');
    pen.block(-0.86, -0.95, 0.24, 0.3, '#6b4a1b', 0.05);
  },
  blueberry(pen) {
    for (const [x, y] of [
      [-0.45, 0.3],
      [0.45, 0.35],
      [0, -0.4],
    ] as const) {
      pen.disc(x, y, 0.5, '#3b4da3');
      pen.disc(x - 0.14, y - 0.16, 0.14, '#7f8fd8');
      ring(5, 0.13, (dx, dy) => pen.disc(x + dx, y + dy, 0.07, '#1d2657'));
    }
    pen.shape('M.3-.7Q.6-1.1 .98-.9Q.75-.5 .3-.7Z', LEAF);
  },
  cherry(pen) {
    pen.line('M-.45 .3Q-.3-.5 .25-.9Q.45-.3 .5 .35', DARK_LEAF, 0.09);
    pen.disc(-0.45, 0.45, 0.45, '#b3122e');
    pen.disc(0.5, 0.5, 0.42, '#c81e3c');
    pen.disc(-0.58, 0.3, 0.11, '#f08a98');
    pen.disc(0.38, 0.36, 0.1, '#f3a0ac');
    pen.shape('M.25-.9Q.6-1.15 .95-.8Q.6-.55 .25-.9Z', LEAF);
  },
  citrus(pen) {
    pen.disc(0, 0, 0.92, '#e8690b');
    pen.disc(0, 0, 0.8, '#fff0cf');
    ring(8, 0.43, (x, y, angle) => pen.oval(x, y, 0.3, 0.13, '#f6921e', angle));
  },
  coconut(pen) {
    pen.disc(0.12, -0.1, 0.82, '#6d4527');
    pen.disc(-0.1, 0.15, 0.76, '#8a5a34');
    pen.disc(-0.1, 0.15, 0.64, '#ffffff');
    pen.disc(-0.04, 0.2, 0.42, '#d9e4e4');
  },
  grape(pen) {
    for (const [row, count] of [
      [0, 4],
      [1, 3],
      [2, 2],
      [3, 1],
    ] as const)
      for (let i = 0; i < count; i += 1) {
        const x = (i - (count - 1) / 2) * 0.46;
        pen.disc(x, -0.3 + row * 0.38, 0.27, '#6b2a8c');
        pen.disc(x - 0.08, -0.38 + row * 0.38, 0.08, '#b888d0');
      }
    pen.line('M0-.5L.05-.98', STALK, 0.09);
    pen.shape('M.05-.75Q.4-1.05 .75-.72Q.4-.45 .05-.75Z', LEAF);
  },
  lemon(pen) {
    pen.at(0, 0, 1, -0.5, () => {
      pen.shape(
        'M-.98 0Q-.85-.1-.75-.22C-.5-.72 .5-.72 .75-.22Q.85-.1 .98 0Q.85 .1 .75 .22C.5 .72-.5 .72-.75 .22Q-.85 .1-.98 0Z',
        '#f8dc2c',
      );
      pen.oval(-0.25, -0.25, 0.32, 0.13, '#fdf3a6', -0.2);
    });
    pen.shape('M.3-.55Q.4-1 .9-.98Q.85-.55 .3-.55Z', LEAF);
  },
  lime(pen) {
    pen.disc(0, 0, 0.92, '#3f8f1f');
    pen.disc(0, 0, 0.78, '#f1fbd8');
    ring(6, 0.42, (x, y, angle) => pen.oval(x, y, 0.3, 0.17, '#9ed544', angle));
  },
  mango(pen) {
    pen.shape('M-.1-.75C.5-.95 .98-.4 .85 .2C.7 .85-.1 1-.6 .65C-1 .35-.95-.2-.65-.45Q-.4-.65-.1-.75Z', '#f6a427');
    pen.shape('M-.1-.75C.5-.95 .98-.4 .85 .2C.75 .0 .5-.4-.1-.75Z', '#dd3f2b');
    pen.line('M-.1-.75L-.2-.98', STALK, 0.1);
    pen.shape('M-.2-.9Q-.65-1.1-.9-.7Q-.5-.6-.2-.9Z', DARK_LEAF);
  },
  peach(pen) {
    pen.disc(0, 0.12, 0.82, '#f8a36d');
    pen.oval(0.3, 0.12, 0.5, 0.7, '#ee6f57', 0.15);
    pen.line('M.02-.65Q-.25 .05 .05 .85', '#b8492f', 0.07);
    pen.shape('M0-.65Q.3-1.1 .8-.85Q.5-.45 0-.65Z', LEAF);
  },
  pineapple(pen) {
    for (const turn of [-0.7, -0.35, 0, 0.35, 0.7])
      pen.at(0, -0.25, 1, turn, () => pen.shape('M-.13 0Q-.1-.5 0-.75Q.1-.5 .13 0Z', DARK_LEAF));
    pen.oval(0, 0.35, 0.5, 0.62, '#eeb51f');
    for (const offset of [-0.4, 0, 0.4]) {
      pen.line(`M${-0.42} ${0.35 + offset}L.42 ${0.6 + offset - 0.25}`, '#a96a12', 0.05);
      pen.line(`M.42 ${0.35 + offset}L-.42 ${0.6 + offset - 0.25}`, '#a96a12', 0.05);
    }
  },
  raspberry(pen) {
    for (const [row, count] of [
      [0, 4],
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 1],
    ] as const)
      for (let i = 0; i < count; i += 1) {
        const x = (i - (count - 1) / 2) * 0.34;
        pen.disc(x, -0.35 + row * 0.3, 0.22, row % 2 === 0 ? '#cf2a63' : '#e2487d');
        pen.disc(x - 0.05, -0.4 + row * 0.3, 0.07, '#f7a3c0');
      }
    ring(5, 0.25, (x, y, angle) => pen.oval(x, -0.68 + y * 0.4, 0.22, 0.1, LEAF, angle));
  },
  strawberry(pen) {
    pen.shape('M0-.5C.5-.85 1-.5 .85 0C.7 .5 .3 .98 0 .98C-.3 .98-.7 .5-.85 0C-1-.5-.5-.85 0-.5Z', '#e0202f');
    for (const [x, y] of [
      [-0.45, -0.15],
      [0, -0.15],
      [0.45, -0.15],
      [-0.25, 0.2],
      [0.25, 0.2],
      [0, 0.55],
    ] as const)
      pen.oval(x, y, 0.05, 0.09, '#ffe08a');
    for (const turn of [-1.1, -0.55, 0, 0.55, 1.1])
      pen.at(0, -0.6, 1, turn, () => pen.shape('M0 .1Q-.2-.2 0-.4Q.2-.2 0 .1Z', LEAF));
  },
  watermelon(pen) {
    pen.shape('M-.98-.3A.98 .98 0 0 0 .98-.3Z', '#2f8a3c');
    pen.shape('M-.85-.3A.85 .85 0 0 0 .85-.3Z', '#e9f5d5');
    pen.shape('M-.76-.3A.76 .76 0 0 0 .76-.3Z', '#ec3b4e');
    for (const [x, y] of [
      [-0.4, -0.1],
      [0, -0.1],
      [0.4, -0.1],
      [-0.2, 0.15],
      [0.2, 0.15],
    ] as const)
      pen.oval(x, y, 0.05, 0.08, '#2a1515');
  },
} as const satisfies Record<string, Motif>;
