import type { Layout } from '../../catalogue/brand-style.js';
import { darker, lighter, readableOn } from '../colour.js';
import { SMALL_PRINT } from '../fonts.js';
import { motifOf } from '../motifs/motifs.js';
import type { Pen } from '../pen.js';
import { letter } from './lettering.js';
import { drawLogo } from './logo.js';
import { drawOrnament } from './ornament.js';
import type { Area, PackageIdentity } from './package-identity.js';

type Composer = (pen: Pen, identity: PackageIdentity, w: number, h: number) => void;

const motif = (pen: Pen, identity: PackageIdentity, x: number, y: number, size: number, turn = 0): void =>
  pen.at(x, y, size, turn, () => motifOf(identity.flavour.motif)(pen));

/** A motif on a pale spot, for grounds of the motif's own colour. */
const spotted = (pen: Pen, identity: PackageIdentity, x: number, y: number, size: number, turn = 0): void => {
  pen.disc(x, y, size * 1.22, 'rgba(255,252,242,.82)');
  motif(pen, identity, x, y, size, turn);
};

const flavourText = (
  pen: Pen,
  identity: PackageIdentity,
  x: number,
  y: number,
  maxWidth: number,
  maxPx: number,
  colour: string,
): number => letter(pen, identity.flavour.text.toUpperCase(), { x, y, maxWidth, maxPx, family: SMALL_PRINT, colour });

const contents = (pen: Pen, identity: PackageIdentity, x: number, y: number, px: number, colour: string): number =>
  letter(pen, identity.contents, { x, y, maxWidth: px * 5, maxPx: px, family: SMALL_PRINT, colour });

/** The ornament of the flavour, within a rectangle. */
const ornament = (pen: Pen, identity: PackageIdentity, x: number, y: number, area: Area, alpha = 0.3): void =>
  pen.at(x, y, 1, 0, () =>
    drawOrnament(
      pen,
      area,
      identity.variant + identity.brand.length,
      Math.min(area.width, 130) / 5,
      lighter(identity.flavour.colour, 0.55),
      alpha,
    ),
  );

const COMPOSERS: Readonly<Record<Layout, Composer>> = {
  banner(pen, id, w, h) {
    const ink = readableOn(id.flavour.colour);
    pen.block(0, h * 0.3, w, h * 0.5, lighter(id.flavour.colour, 0.72));
    ornament(pen, id, 0, h * 0.3, { width: w, height: h * 0.5 }, 0.8);
    pen.block(0, h * 0.8, w, h * 0.2, id.flavour.colour);
    motif(pen, id, w / 2, h * 0.55, Math.min(w * 0.33, h * 0.22));
    drawLogo(pen, id, { x: w / 2, y: h * 0.165, width: w * 0.92, height: Math.min(h * 0.22, w * 0.34) });
    flavourText(pen, id, w / 2, h * 0.875, w * 0.86, h * 0.1, ink);
    contents(pen, id, w / 2, h * 0.955, h * 0.05, ink);
  },
  slant(pen, id, w, h) {
    pen.shape(`M0 ${h * 0.62}L${w} ${h * 0.36}V${h}H0Z`, id.flavour.colour);
    pen.ctx.save();
    pen.ctx.beginPath();
    pen.ctx.moveTo(0, h * 0.66);
    pen.ctx.lineTo(w, h * 0.4);
    pen.ctx.lineTo(w, h);
    pen.ctx.lineTo(0, h);
    pen.ctx.clip();
    ornament(pen, id, 0, h * 0.36, { width: w, height: h * 0.64 });
    pen.ctx.restore();
    pen.line(`M0 ${h * 0.62}L${w} ${h * 0.36}`, darker(id.flavour.colour, 0.3), h * 0.018);
    spotted(pen, id, w * 0.64, h * 0.62, Math.min(w * 0.28, h * 0.18), 0.15);
    drawLogo(pen, id, { x: w * 0.5, y: h * 0.2, width: w * 0.9, height: Math.min(h * 0.24, w * 0.36) });
    flavourText(pen, id, w * 0.5, h * 0.885, w * 0.86, h * 0.095, readableOn(id.flavour.colour));
    contents(pen, id, w * 0.16, h * 0.72, h * 0.045, readableOn(id.flavour.colour));
  },
  roundel(pen, id, w, h) {
    const radius = Math.min(w * 0.39, h * 0.25);
    ornament(pen, id, 0, h * 0.3, { width: w, height: h * 0.55 }, 0.35);
    pen.disc(w / 2, h * 0.555, radius * 1.12, id.flavour.colour);
    pen.disc(w / 2, h * 0.555, radius, '#fffaf0');
    motif(pen, id, w / 2, h * 0.555, radius * 0.72);
    drawLogo(pen, id, { x: w / 2, y: h * 0.15, width: w * 0.9, height: Math.min(h * 0.2, w * 0.32) });
    pen.block(w * 0.06, h * 0.84, w * 0.88, h * 0.11, id.flavour.colour, h * 0.05);
    flavourText(pen, id, w / 2, h * 0.896, w * 0.76, h * 0.085, readableOn(id.flavour.colour));
  },
  column(pen, id, w, h) {
    pen.block(w * 0.42, 0, w * 0.58, h, id.flavour.colour);
    ornament(pen, id, w * 0.42, 0, { width: w * 0.58, height: h });
    for (const [index, y] of [0.2, 0.46, 0.72].entries())
      spotted(pen, id, w * 0.71, h * y, w * 0.19, index === 1 ? 0.3 : -0.12);
    pen.at(w * 0.21, h * 0.5, 1, -Math.PI / 2, () =>
      drawLogo(pen, id, { x: 0, y: 0, width: h * 0.86, height: w * 0.34 }),
    );
    flavourText(pen, id, w * 0.71, h * 0.91, w * 0.5, h * 0.075, readableOn(id.flavour.colour));
  },
  window(pen, id, w, h) {
    const sky = pen.ctx.createLinearGradient(0, 0, 0, h * 0.58);
    sky.addColorStop(0, lighter(id.flavour.colour, 0.15));
    sky.addColorStop(1, lighter(id.flavour.colour, 0.6));
    pen.ctx.fillStyle = sky;
    pen.ctx.fillRect(0, 0, w, h * 0.58);
    ornament(pen, id, 0, 0, { width: w, height: h * 0.58 }, 0.45);
    motif(pen, id, w * 0.24, h * 0.36, w * 0.17, -0.3);
    motif(pen, id, w * 0.78, h * 0.35, w * 0.17, 0.3);
    motif(pen, id, w * 0.51, h * 0.27, Math.min(w * 0.26, h * 0.2));
    pen.block(0, h * 0.56, w, h * 0.025, darker(id.flavour.colour, 0.25));
    drawLogo(pen, id, { x: w / 2, y: h * 0.71, width: w * 0.92, height: Math.min(h * 0.21, w * 0.34) });
    flavourText(
      pen,
      id,
      w / 2,
      h * 0.89,
      w * 0.86,
      h * 0.095,
      darker(id.flavour.colour, id.style.base < '#5' ? -0.2 : 0.35),
    );
  },
  stripes(pen, id, w, h) {
    for (const y of [0.02, 0.34, 0.66]) pen.block(0, h * y, w, h * 0.15, id.flavour.colour);
    ornament(pen, id, 0, h * 0.66, { width: w, height: h * 0.15 }, 0.6);
    drawLogo(pen, id, { x: w / 2, y: h * 0.25, width: w * 0.94, height: Math.min(h * 0.24, w * 0.36) });
    pen.disc(w * 0.5, h * 0.62, Math.min(w * 0.33, h * 0.21), '#fffdf6');
    motif(pen, id, w * 0.5, h * 0.62, Math.min(w * 0.25, h * 0.16));
    flavourText(pen, id, w / 2, h * 0.905, w * 0.88, h * 0.1, darker(id.flavour.colour, 0.35));
  },
  wave(pen, id, w, h) {
    pen.shape(`M0 ${h * 0.4}C${w * 0.3} ${h * 0.28} ${w * 0.6} ${h * 0.54} ${w} ${h * 0.4}V${h}H0Z`, id.flavour.colour);
    pen.ctx.save();
    pen.ctx.beginPath();
    pen.ctx.rect(0, h * 0.48, w, h);
    pen.ctx.clip();
    ornament(pen, id, 0, h * 0.44, { width: w, height: h * 0.56 });
    pen.ctx.restore();
    pen.line(
      `M0 ${h * 0.41}C${w * 0.3} ${h * 0.29} ${w * 0.6} ${h * 0.55} ${w} ${h * 0.41}`,
      lighter(id.flavour.colour, 0.6),
      h * 0.02,
    );
    drawLogo(pen, id, { x: w / 2, y: h * 0.2, width: w * 0.9, height: Math.min(h * 0.24, w * 0.36) });
    spotted(pen, id, w * 0.36, h * 0.64, Math.min(w * 0.27, h * 0.17), -0.15);
    motif(pen, id, w * 0.84, h * 0.77, w * 0.13, 0.35);
    flavourText(pen, id, w / 2, h * 0.905, w * 0.86, h * 0.095, readableOn(id.flavour.colour));
  },
  label(pen, id, w, h) {
    pen.ctx.strokeStyle = id.flavour.colour;
    pen.ctx.lineWidth = Math.min(w, h) * 0.035;
    pen.ctx.strokeRect(w * 0.05, h * 0.035, w * 0.9, h * 0.93);
    ornament(pen, id, w * 0.07, h * 0.05, { width: w * 0.86, height: h * 0.2 }, 0.5);
    drawLogo(pen, id, { x: w / 2, y: h * 0.36, width: w * 0.86, height: Math.min(h * 0.22, w * 0.33) });
    motif(pen, id, w / 2, h * 0.635, Math.min(w * 0.25, h * 0.15));
    motif(pen, id, w / 2, h * 0.155, Math.min(w * 0.12, h * 0.08));
    pen.block(w * 0.05, h * 0.82, w * 0.9, h * 0.13, id.flavour.colour);
    flavourText(pen, id, w / 2, h * 0.886, w * 0.78, h * 0.09, readableOn(id.flavour.colour));
  },
};

/** Prints brand, flavour and ornament onto an area whose top left corner is the origin. */
export function drawArtwork(pen: Pen, identity: PackageIdentity, area: Area): void {
  pen.block(0, 0, area.width, area.height, identity.style.base);
  COMPOSERS[identity.style.layout](pen, identity, area.width, area.height);
}
