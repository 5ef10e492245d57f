import type { Motif } from './motif.js';

export const SIGN_MOTIFS = {
  bolt: (pen) => pen.shape('M.25-.98L-.7 .15H-.1L-.3 .98L.7-.25H.1Z', '#ffd21f'),
  drop(pen) {
    pen.shape('M0-.98C.3-.4 .75-.05 .75 .35A.75 .62 0 0 1-.75 .35C-.75-.05-.3-.4 0-.98Z', '#bfe0f7');
    pen.line('M-.42 .3A.4 .4 0 0 0 0 .68', '#ffffff', 0.12);
  },
  flame(pen) {
    pen.shape(
      'M.05-.98C.2-.5 .8-.2 .75 .35A.75 .65 0 0 1-.75 .35C-.75 0-.5-.2-.4-.5Q-.2-.3-.15-.1Q.1-.5 .05-.98Z',
      '#ee4b1a',
    );
    pen.shape('M.05-.2C.15 .05 .45 .2 .42 .52A.42 .4 0 0 1-.42 .52C-.4 .3-.1 .2 .05-.2Z', '#ffc62b');
  },
  honey(pen) {
    for (const [x, y] of [
      [0, -0.55],
      [-0.5, 0.28],
      [0.5, 0.28],
    ] as const)
      pen.at(x, y, 0.5, 0, () => {
        pen.shape('M0-1L.87-.5V.5L0 1L-.87 .5V-.5Z', '#f5b31a');
        pen.shape('M0-.7L.6-.35V.35L0 .7L-.6 .35V-.35Z', '#ffd766');
      });
    pen.shape('M.3 .6Q.5 .55 .7 .6Q.72 .85 .5 .98Q.28 .85 .3 .6Z', '#d98c0b');
  },
  moon(pen) {
    pen.shape('M.3-.9A.92 .92 0 1 0 .85 .45A.75 .75 0 0 1 .3-.9Z', '#ffe9a8');
    for (const [x, y] of [
      [0.55, -0.5],
      [0.75, 0.0],
    ] as const)
      pen.disc(x, y, 0.09, '#ffffff');
  },
  snowflake(pen) {
    for (let i = 0; i < 3; i += 1)
      pen.at(0, 0, 1, (i * Math.PI) / 3, () =>
        pen.line('M0-.92V.92M-.24-.8L0-.55L.24-.8M-.24 .8L0 .55L.24 .8', '#3f9fd6', 0.13),
      );
  },
  star: (pen) => pen.shape('M0-.98L.25-.32L.95-.3L.4 .13L.6 .82L0 .42L-.6 .82L-.4 .13L-.95-.3L-.25-.32Z', '#ffcf33'),
  sun(pen) {
    for (let i = 0; i < 8; i += 1)
      pen.at(0, 0, 1, (i * Math.PI) / 4, () => pen.shape('M-.16-.6L0-.98L.16-.6Z', '#f79a1e'));
    pen.disc(0, 0, 0.52, '#ffd23f');
  },
  wave(pen) {
    for (const [y, stroke] of [
      [-0.5, '#2d84c4'],
      [0, '#6dbcea'],
      [0.5, '#2d84c4'],
    ] as const)
      pen.line(`M-.9 ${y}Q-.65 ${y - 0.4}-.4 ${y}T.1 ${y}T.6 ${y}Q.75 ${y + 0.25} .9 ${y}`, stroke, 0.2);
  },
} as const satisfies Record<string, Motif>;
