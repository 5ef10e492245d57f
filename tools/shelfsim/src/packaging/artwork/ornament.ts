import type { Pen } from '../pen.js';
import type { Area } from './package-identity.js';

type Ornament = (pen: Pen, area: Area, step: number, colour: string) => void;

const grid = (area: Area, step: number, draw: (x: number, y: number, odd: boolean) => void): void => {
  for (let row = 0; row * step <= area.height + step; row += 1)
    for (let x = row % 2 === 0 ? 0 : step / 2; x <= area.width + step; x += step) draw(x, row * step, row % 2 === 1);
};

const ORNAMENTS: readonly Ornament[] = [
  (pen, area, step, colour) => grid(area, step, (x, y) => pen.disc(x, y, step * 0.2, colour)),
  (pen, area, step, colour) => {
    for (let x = -area.height; x < area.width; x += step)
      pen.line(`M${x} ${area.height}L${x + area.height} 0`, colour, step * 0.35);
  },
  (pen, area, step, colour) => {
    for (let y = step / 2; y < area.height + step; y += step)
      pen.line(
        `M0 ${y}${`q${step / 2} ${-step * 0.7} ${step} 0t${step} 0`.repeat(Math.ceil(area.width / step / 2))}`,
        colour,
        step * 0.2,
      );
  },
  (pen, area, step, colour) =>
    grid(area, step * 1.2, (x, y) => pen.at(x, y, step * 0.36, 0, () => pen.shape('M0-1L1 0L0 1L-1 0Z', colour))),
  (pen, area, _step, colour) => {
    const reach = area.width + area.height;
    for (let i = 0; i < 12; i += 1)
      pen.at(area.width / 2, area.height / 2, reach, (i * Math.PI) / 6, () => pen.shape('M0 0L.13 1H-.13Z', colour));
  },
  (pen, area, step, colour) => {
    for (let y = 0; y < area.height + step; y += step)
      pen.line(
        `M0 ${y}${`l${step / 2} ${-step / 2}l${step / 2} ${step / 2}`.repeat(Math.ceil(area.width / step) + 1)}`,
        colour,
        step * 0.24,
      );
  },
];

/**
 * Covers an area with a faint regular ornament.
 *
 * @param kind any whole number; equal numbers give equal ornaments
 * @param step distance between repeats, in the units of the area
 */
export function drawOrnament(pen: Pen, area: Area, kind: number, step: number, colour: string, alpha: number): void {
  pen.ctx.save();
  pen.ctx.beginPath();
  pen.ctx.rect(0, 0, area.width, area.height);
  pen.ctx.clip();
  pen.ctx.globalAlpha *= alpha;
  ORNAMENTS[kind % ORNAMENTS.length]?.(pen, area, step, colour);
  pen.ctx.restore();
}
