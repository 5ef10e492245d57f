import { DARK_LEAF, LEAF, type Motif, STALK } from './motif.js';

export const PLANT_MOTIFS = {
  almond(pen) {
    for (const [x, y, turn] of [
      [-0.35, 0.15, -0.5],
      [0.35, 0.05, 0.45],
    ] as const)
      pen.at(x, y, 1, turn, () => {
        pen.shape('M0-.85C.4-.4 .5 .3 0 .75C-.5 .3-.4-.4 0-.85Z', '#a9713b');
        pen.line('M0-.6V.5M-.15-.3Q-.2 .1-.12 .4M.15-.3Q.2 .1 .12 .4', '#7b4d22', 0.05);
      });
  },
  chocolate(pen) {
    pen.at(0, 0, 1, -0.25, () => {
      pen.block(-0.75, -0.8, 1.5, 1.6, '#3d2013', 0.08);
      for (const x of [-0.66, 0.04]) for (const y of [-0.71, -0.21, 0.29]) pen.block(x, y, 0.62, 0.42, '#6d3d22', 0.06);
    });
  },
  flower(pen) {
    for (let i = 0; i < 6; i += 1)
      pen.at(0, 0, 1, (i * Math.PI) / 3, () =>
        pen.shape('M0 0Q-.38-.5 0-.95Q.38-.5 0 0Z', i % 2 === 0 ? '#fff6d8' : '#f3df9e'),
      );
    pen.disc(0, 0, 0.22, '#d99a1c');
  },
  hazelnut(pen) {
    pen.shape('M-.75-.1Q-.7 .75 0 .95Q.7 .75 .75-.1Z', '#a5672f');
    pen.shape('M-.85-.1C-.8-.7-.3-.85 0-.85C.3-.85 .8-.7 .85-.1Q.4 .1 0-.05Q-.4 .1-.85-.1Z', '#7d9a3e');
    pen.line('M-.4 .15Q-.35 .55-.1 .8', '#cf9a63', 0.08);
  },
  lavender(pen) {
    for (const x of [-0.45, 0, 0.45]) {
      pen.line(`M${x * 0.4} .98L${x} -.3`, DARK_LEAF, 0.06);
      for (let i = 0; i < 5; i += 1) {
        pen.oval(x - 0.1, -0.85 + i * 0.2, 0.13, 0.09, '#8a63c4', 0.5);
        pen.oval(x + 0.1, -0.85 + i * 0.2, 0.13, 0.09, '#6f48ad', -0.5);
      }
    }
  },
  leaf(pen) {
    pen.shape('M-.75 .85C-.95-.1-.3-.9 .9-.9C.95 .2 .3 .95-.75 .85Z', LEAF);
    pen.line('M-.9 .98L.6-.6M-.35 .4L-.4-.2M-.1 .15L.45 .25M.15-.12L.12-.55', '#d3eec2', 0.06);
  },
  mint(pen) {
    for (const [turn, fill] of [
      [-0.75, '#2f9a75'],
      [0.75, '#3fb78b'],
    ] as const)
      pen.at(0, 0.7, 1, turn, () => {
        pen.shape('M0 .1C-.65-.3-.5-1 0-1.4C.5-1 .65-.3 0 .1Z', fill);
        pen.line('M0 0V-1.15M0-.4L-.25-.65M0-.4L.25-.65M0-.75L-.2-.95M0-.75L.2-.95', '#d6f5e8', 0.05);
      });
  },
  pine(pen) {
    pen.block(-0.12, 0.6, 0.24, 0.38, STALK);
    for (const [y, half] of [
      [-0.98, 0.4],
      [-0.55, 0.6],
      [-0.1, 0.8],
    ] as const)
      pen.shape(`M0 ${y}L${half} ${y + 0.75}H${-half}Z`, half === 0.6 ? '#2b8256' : '#1d6843');
  },
  rose(pen) {
    pen.line('M0 .3Q.05 .7-.1 .98', DARK_LEAF, 0.1);
    pen.shape('M0 .65Q.4 .35 .75 .55Q.45 .85 0 .65Z', LEAF);
    pen.disc(0, -0.2, 0.7, '#d9476f');
    pen.line('M-.5-.2A.5 .5 0 1 1 .2 .25M-.25-.15A.28 .28 0 1 1 .2 .02', '#8f1d42', 0.09);
    pen.disc(0, -0.2, 0.12, '#8f1d42');
  },
  wheat(pen) {
    pen.line('M0 .98V-.6', '#a9792a', 0.08);
    pen.oval(0, -0.78, 0.14, 0.22, '#d9a441');
    for (let i = 0; i < 4; i += 1) {
      pen.oval(-0.27, -0.45 + i * 0.32, 0.13, 0.26, '#d9a441', -0.6);
      pen.oval(0.27, -0.45 + i * 0.32, 0.13, 0.26, '#c68f2d', 0.6);
    }
  },
} as const satisfies Record<string, Motif>;
