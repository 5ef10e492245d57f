import { darker, lighter } from '../colour.js';
import type { Form } from './form.js';
import { shadePillow, within } from './shading.js';

const zigzag = (from: number, to: number, count: number, depth: number): string => {
  const step = (to - from) / count / 2;
  return `l${step} ${depth}l${step} ${-depth}`.repeat(count);
};

/** Pillow bag with crimped ends. */
export const bag: Form = {
  flatSides: false,
  round: false,
  draw({ pen, width: w, height: h, print }) {
    const outline = `M0 0${zigzag(0, w, 14, h * 0.012)}Q${w * 0.95} ${h * 0.12} ${w * 0.985} ${h * 0.25}V${h * 0.75}Q${w * 0.95} ${h * 0.9} ${w} ${h}${zigzag(w, 0, 14, -h * 0.012)}Q${w * 0.05} ${h * 0.9} ${w * 0.015} ${h * 0.75}V${h * 0.25}Q${w * 0.05} ${h * 0.12} 0 0Z`;
    within(pen, outline, () => {
      print(0, h * 0.03, w, h * 0.94);
      shadePillow(pen.ctx, w, h);
      for (const y of [0.02, 0.04, 0.06, 0.94, 0.96, 0.98]) pen.block(0, h * y, w, h * 0.006, 'rgba(255,255,255,.4)');
      pen.line(
        `M${w * 0.08} ${h * 0.1}L${w * 0.2} ${h * 0.24}M${w * 0.92} ${h * 0.1}L${w * 0.82} ${h * 0.22}M${w * 0.1} ${h * 0.9}L${w * 0.19} ${h * 0.8}M${w * 0.9} ${h * 0.9}L${w * 0.84} ${h * 0.79}`,
        'rgba(255,255,255,.4)',
        w * 0.018,
      );
    });
  },
};

/** Block-bottom pouch, folded over at the top. */
export const pouch: Form = {
  flatSides: true,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    within(pen, `M${w * 0.03} ${h * 0.08}H${w * 0.97}L${w} ${h * 0.98}Q${w / 2} ${h * 1.01} 0 ${h * 0.98}Z`, () => {
      print(0, h * 0.1, w, h * 0.89);
      shadePillow(pen.ctx, w, h);
      pen.block(w * 0.09, 0, w * 0.008, h, 'rgba(0,0,0,.14)');
      pen.block(w * 0.9, 0, w * 0.008, h, 'rgba(0,0,0,.14)');
    });
    pen.block(w * 0.05, 0, w * 0.9, h * 0.1, darker(identity.style.base, 0.2), w * 0.02);
    pen.block(
      w * 0.02,
      h * 0.045,
      w * 0.96,
      h * 0.03,
      identity.style.second === identity.style.base ? '#d8c79a' : identity.style.second,
      w * 0.01,
    );
  },
};

/** Standing pouch with rounded shoulders and a tear notch. */
export const sachet: Form = {
  flatSides: false,
  round: false,
  draw({ pen, width: w, height: h, print }) {
    within(
      pen,
      `M${w * 0.1} 0H${w * 0.9}Q${w} 0 ${w} ${h * 0.07}L${w * 0.97} ${h * 0.12}L${w} ${h * 0.16}V${h * 0.93}Q${w * 0.5} ${h * 1.06} 0 ${h * 0.93}V${h * 0.07}Q0 0 ${w * 0.1} 0Z`,
      () => {
        print(0, h * 0.05, w, h * 0.92);
        shadePillow(pen.ctx, w, h);
        pen.block(0, h * 0.05, w, h * 0.008, 'rgba(255,255,255,.5)');
        pen.line(`M${w * 0.04} ${h * 0.86}Q${w * 0.5} ${h * 1} ${w * 0.96} ${h * 0.86}`, 'rgba(0,0,0,.25)', w * 0.014);
      },
    );
  },
};

/** Tube standing on its cap. */
export const tube: Form = {
  flatSides: false,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    within(pen, `M0 0H${w}L${w * 0.88} ${h * 0.84}Q${w * 0.5} ${h * 0.9} ${w * 0.12} ${h * 0.84}Z`, () => {
      print(w * 0.03, h * 0.045, w * 0.94, h * 0.81);
      shadePillow(pen.ctx, w, h * 0.88);
      pen.block(0, 0, w, h * 0.045, lighter(identity.style.base, 0.4));
      for (let x = 0; x < 1; x += 0.06) pen.block(w * x, 0, w * 0.015, h * 0.045, 'rgba(0,0,0,.22)');
    });
    pen.block(w * 0.15, h * 0.84, w * 0.7, h * 0.16, darker(identity.flavour.colour, 0.06), w * 0.05);
    for (let x = 0.2; x < 0.84; x += 0.07) pen.block(w * x, h * 0.86, w * 0.02, h * 0.13, 'rgba(0,0,0,.2)');
  },
};

/** Sauce bottle to squeeze, standing on a wide cap. */
export const squeeze: Form = {
  flatSides: false,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    within(
      pen,
      `M${w * 0.25} ${h * 0.02}Q${w * 0.5} ${-h * 0.01} ${w * 0.75} ${h * 0.02}Q${w} ${h * 0.07} ${w} ${h * 0.25}Q${w * 0.96} ${h * 0.55} ${w * 0.94} ${h * 0.86}H${w * 0.06}Q${w * 0.04} ${h * 0.55} 0 ${h * 0.25}Q0 ${h * 0.07} ${w * 0.25} ${h * 0.02}Z`,
      () => {
        pen.block(0, 0, w, h, darker(identity.flavour.colour, 0.1));
        print(w * 0.02, h * 0.13, w * 0.96, h * 0.68);
        shadePillow(pen.ctx, w, h * 0.9);
      },
    );
    pen.shape(
      `M${w * 0.06} ${h * 0.86}H${w * 0.94}L${w * 0.88} ${h}H${w * 0.12}Z`,
      lighter(identity.style.second, 0.12),
    );
    pen.shape(`M${w * 0.06} ${h * 0.86}H${w * 0.3}L${w * 0.3} ${h}H${w * 0.12}Z`, 'rgba(255,255,255,.25)');
  },
};

/** Trigger spray. */
export const spray: Form = {
  flatSides: false,
  round: false,
  draw({ pen, width: w, height: h, identity, print }) {
    const head = darker(identity.flavour.colour, 0.05);
    pen.shape(
      `M${w * 0.12} ${h * 0.03}H${w * 0.72}Q${w * 0.86} ${h * 0.03} ${w * 0.86} ${h * 0.1}V${h * 0.13}H${w * 0.4}L${w * 0.3} ${h * 0.22}L${w * 0.22} ${h * 0.21}L${w * 0.28} ${h * 0.11}H${w * 0.12}Z`,
      head,
    );
    pen.block(w * 0.4, h * 0.12, w * 0.26, h * 0.1, '#f0f0f0');
    pen.block(w * 0.06, h * 0.025, w * 0.09, h * 0.06, '#f6f6f6', 2);
    within(
      pen,
      `M${w * 0.36} ${h * 0.2}H${w * 0.7}Q${w} ${h * 0.25} ${w} ${h * 0.4}V${h * 0.95}Q${w} ${h} ${w * 0.9} ${h}H${w * 0.1}Q0 ${h} 0 ${h * 0.95}V${h * 0.42}Q${w * 0.04} ${h * 0.27} ${w * 0.36} ${h * 0.2}Z`,
      () => {
        pen.block(0, 0, w, h, lighter(identity.flavour.colour, 0.35));
        print(w * 0.02, h * 0.32, w * 0.96, h * 0.63);
        shadePillow(pen.ctx, w, h);
      },
    );
  },
};
