import { darker, lighter, mix } from '../colour.js';
import type { Form } from './form.js';
import { shadeCylinder, within } from './shading.js';

/** Plastic bottle with a printed sleeve. */
export const bottle: Form = {
  flatSides: false,
  round: true,
  draw({ pen, width: w, height: h, identity, print }) {
    pen.block(w * 0.36, 0, w * 0.28, h * 0.075, darker(identity.style.second, 0.05), w * 0.03);
    const outline = `M${w * 0.38} ${h * 0.07}H${w * 0.62}C${w * 0.64} ${h * 0.17} ${w} ${h * 0.17} ${w} ${h * 0.32}V${h * 0.95}Q${w} ${h} ${w * 0.9} ${h}H${w * 0.1}Q0 ${h} 0 ${h * 0.95}V${h * 0.32}C0 ${h * 0.17} ${w * 0.36} ${h * 0.17} ${w * 0.38} ${h * 0.07}Z`;
    within(pen, outline, () => {
      pen.block(0, 0, w, h, mix(identity.flavour.colour, '#f4fbff', 0.35));
      pen.block(0, h * 0.15, w, h * 0.85, mix(identity.flavour.colour, '#f4fbff', 0.12));
      print(0, h * 0.3, w, h * 0.6);
      shadeCylinder(pen.ctx, w, h);
    });
  },
};

/** Drink can. */
export const can: Form = {
  flatSides: false,
  round: true,
  draw({ pen, width: w, height: h, print }) {
    const outline = `M${w * 0.12} ${h * 0.015}H${w * 0.88}L${w} ${h * 0.08}V${h * 0.94}L${w * 0.9} ${h}H${w * 0.1}L0 ${h * 0.94}V${h * 0.08}Z`;
    within(pen, outline, () => {
      pen.block(0, 0, w, h, '#c9ced4');
      print(0, h * 0.07, w, h * 0.875);
      shadeCylinder(pen.ctx, w, h);
    });
    pen.oval(w / 2, h * 0.018, w * 0.39, h * 0.018, '#e3e7ea');
  },
};

/** Glass jar with a lid. */
export const jar: Form = {
  flatSides: false,
  round: true,
  draw({ pen, width: w, height: h, identity, print }) {
    const glass = `M${w * 0.1} ${h * 0.15}H${w * 0.9}Q${w} ${h * 0.19} ${w} ${h * 0.27}V${h * 0.93}Q${w} ${h} ${w * 0.9} ${h}H${w * 0.1}Q0 ${h} 0 ${h * 0.93}V${h * 0.27}Q0 ${h * 0.19} ${w * 0.1} ${h * 0.15}Z`;
    within(pen, glass, () => {
      pen.block(0, 0, w, h, darker(identity.flavour.colour, 0.12));
      pen.block(0, h * 0.14, w, h * 0.07, lighter(identity.flavour.colour, 0.6));
      print(w * 0.02, h * 0.28, w * 0.96, h * 0.64);
      shadeCylinder(pen.ctx, w, h);
    });
    within(pen, `M${w * 0.05} 0H${w * 0.95}V${h * 0.15}H${w * 0.05}Z`, () => {
      pen.block(0, 0, w, h * 0.15, darker(identity.style.second, 0.08));
      shadeCylinder(pen.ctx, w, h * 0.15);
    });
  },
};

/** Tin with rims. */
export const tin: Form = {
  flatSides: false,
  round: true,
  draw({ pen, width: w, height: h, print }) {
    within(
      pen,
      `M0 ${h * 0.02}Q${w / 2} ${-h * 0.01} ${w} ${h * 0.02}V${h * 0.98}Q${w / 2} ${h * 1.01} 0 ${h * 0.98}Z`,
      () => {
        pen.block(0, 0, w, h, '#b9bec4');
        print(0, h * 0.075, w, h * 0.85);
        for (const y of [0.035, 0.06, 0.935, 0.96]) pen.block(0, h * y, w, h * 0.008, 'rgba(40,45,55,.55)');
        shadeCylinder(pen.ctx, w, h);
      },
    );
  },
};

/** Yoghurt tub, wider at the top, with a foil lid. */
export const tub: Form = {
  flatSides: false,
  round: true,
  draw({ pen, width: w, height: h, identity, print }) {
    within(
      pen,
      `M${w * 0.01} ${h * 0.07}H${w * 0.99}L${w * 0.9} ${h * 0.97}Q${w / 2} ${h * 1.02} ${w * 0.1} ${h * 0.97}Z`,
      () => {
        pen.block(0, 0, w, h, identity.style.base);
        print(w * 0.05, h * 0.08, w * 0.9, h * 0.9);
        shadeCylinder(pen.ctx, w, h);
      },
    );
    pen.block(0, 0, w, h * 0.08, mix(identity.flavour.colour, '#d7dbe0', 0.35), h * 0.025);
    pen.block(0, h * 0.015, w, h * 0.02, 'rgba(255,255,255,.55)');
  },
};
