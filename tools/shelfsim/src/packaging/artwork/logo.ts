import { brightness, darker, lighter } from '../colour.js';
import type { Pen } from '../pen.js';
import { letter } from './lettering.js';
import type { PackageIdentity } from './package-identity.js';

interface Place {
  /** Middle of the logo. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Writes the brand's name in the brand's face on the brand's shape. */
export function drawLogo(pen: Pen, identity: PackageIdentity, place: Place): void {
  const { style, brand } = identity;
  const { x, y, width, height } = place;
  const [left, top] = [x - width / 2, y - height / 2];
  let inset = 0.86;
  let ink = style.ink;
  switch (style.logo) {
    case 'oval':
      pen.oval(x, y, width / 2, height / 2, darker(style.second, 0.25));
      pen.oval(x, y, width / 2 - height * 0.05, height * 0.44, style.second);
      inset = 0.76;
      break;
    case 'ribbon': {
      const tail = darker(style.second, 0.35);
      pen.shape(
        `M${left} ${top + height * 0.3}h${width}l${-height * 0.18} ${height * 0.35}l${height * 0.18} ${height * 0.35}h${-width}l${height * 0.18} ${-height * 0.35}Z`,
        tail,
      );
      pen.block(left + width * 0.06, top + height * 0.08, width * 0.88, height * 0.76, style.second, height * 0.06);
      inset = 0.8;
      break;
    }
    case 'plate':
      pen.block(left, top + height * 0.06, width, height * 0.88, style.second, height * 0.12);
      pen.ctx.strokeStyle = style.ink;
      pen.ctx.lineWidth = height * 0.045;
      pen.ctx.beginPath();
      pen.ctx.roundRect(left + height * 0.09, top + height * 0.15, width - height * 0.18, height * 0.7, height * 0.08);
      pen.ctx.stroke();
      inset = 0.82;
      break;
    case 'shield':
      pen.shape(
        `M${left} ${top}h${width}v${height * 0.72}q${-width * 0.25} ${height * 0.1}${-width / 2} ${height * 0.32}q${-width * 0.25} ${-height * 0.22}${-width / 2} ${-height * 0.32}Z`,
        style.second,
      );
      inset = 0.84;
      break;
    case 'underline':
      pen.line(
        `M${left + width * 0.08} ${y + height * 0.42}Q${x} ${y + height * 0.58} ${left + width * 0.92} ${y + height * 0.36}`,
        style.second,
        height * 0.1,
      );
      break;
    case 'plain':
      if (brightness(style.base) < 0.35 && brightness(ink) < 0.35) ink = lighter(ink, 0.8);
      break;
  }
  letter(pen, brand, { x, y, maxWidth: width * inset, maxPx: height * 0.72, family: style.font, colour: ink });
}
