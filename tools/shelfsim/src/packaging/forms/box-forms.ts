import { darker, lighter } from '../colour.js';
import type { Form } from './form.js';
import { shadeFlat, within } from './shading.js';

/** Upright folding box. */
export const box: Form = {
  flatSides: true,
  round: false,
  draw({ pen, width: w, height: h, print }) {
    print(0, 0, w, h);
    shadeFlat(pen.ctx, w, h);
  },
};

/** Low box with a tear strip across its top. */
export const carton: Form = {
  flatSides: true,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    print(0, h * 0.09, w, h * 0.91);
    pen.block(0, 0, w, h * 0.1, darker(identity.style.second, 0.12));
    pen.line(
      `M0 ${h * 0.1}${`l${w / 24} ${-h * 0.015}l${w / 24} ${h * 0.015}`.repeat(12)}`,
      'rgba(255,255,255,.7)',
      h * 0.006,
    );
    shadeFlat(pen.ctx, w, h);
  },
};

/** Drink carton with a gable top and a screw cap. */
export const gable: Form = {
  flatSides: true,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    pen.block(w * 0.36, 0, w * 0.28, h * 0.07, darker(identity.flavour.colour, 0.1), w * 0.03);
    pen.shape(`M0 ${h * 0.2}L${w * 0.14} ${h * 0.05}H${w * 0.86}L${w} ${h * 0.2}Z`, lighter(identity.style.base, 0.1));
    pen.shape(`M0 ${h * 0.2}L${w * 0.14} ${h * 0.05}H${w * 0.86}L${w} ${h * 0.2}Z`, 'rgba(20,20,40,.16)');
    pen.block(w * 0.12, h * 0.03, w * 0.76, h * 0.035, darker(identity.style.base, 0.14));
    within(pen, `M0 ${h * 0.19}H${w}V${h}H0Z`, () => {
      print(0, h * 0.19, w, h * 0.81);
      shadeFlat(pen.ctx, w, h);
    });
  },
};

/** Ready meal: a sleeve around a dark tray, a window onto the food. */
export const tray: Form = {
  flatSides: true,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    pen.block(0, h * 0.02, w, h * 0.97, '#26262a', w * 0.06);
    within(pen, `M${w * 0.03} ${h * 0.05}H${w * 0.97}V${h * 0.24}H${w * 0.03}Z`, () => {
      pen.block(0, 0, w, h, darker(identity.flavour.colour, 0.35));
      for (let i = 0; i < 16; i += 1)
        pen.oval(
          w * ((i * 0.37) % 1),
          h * (0.06 + ((i * 0.71) % 1) * 0.17),
          w * 0.06,
          h * 0.025,
          lighter(identity.flavour.colour, (i % 4) * 0.15),
          i,
        );
      pen.line(
        `M0 ${h * 0.21}L${w * 0.5} ${h * 0.04}M${w * 0.1} ${h * 0.23}L${w * 0.6} ${h * 0.05}`,
        'rgba(255,255,255,.35)',
        w * 0.02,
      );
    });
    print(0, h * 0.24, w, h * 0.72);
    shadeFlat(pen.ctx, w, h * 0.98);
  },
};

/** Six small packs in printed film, their caps showing. */
export const multipack: Form = {
  flatSides: true,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    for (const x of [0.17, 0.5, 0.83]) {
      pen.block(w * (x - 0.14), h * 0.05, w * 0.28, h * 0.3, lighter(identity.flavour.colour, 0.25), w * 0.06);
      pen.block(w * (x - 0.07), 0, w * 0.14, h * 0.08, darker(identity.style.second, 0.1), w * 0.02);
    }
    const film = `M0 ${h * 0.14}Q${w / 2} ${h * 0.2} ${w} ${h * 0.14}V${h * 0.98}Q${w / 2} ${h} 0 ${h * 0.98}Z`;
    within(pen, film, () => {
      print(0, h * 0.15, w, h * 0.85);
      shadeFlat(pen.ctx, w, h);
      for (const x of [0.33, 0.66]) pen.block(w * x, 0, w * 0.02, h, 'rgba(255,255,255,.18)');
    });
  },
};
