import type { Context } from '../packaging/pen.js';
import type { Projection } from './camera.js';

/** A place in the fixture's frame, millimetres. */
export type Corner = readonly [x: number, y: number, z: number];

type Gradient = ReturnType<Context['createLinearGradient']>;

/** Fills a polygon of the fixture. */
export function face(ctx: Context, project: Projection, corners: readonly Corner[], fill: string | Gradient): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  for (const [index, corner] of corners.entries()) {
    const { x, y } = project(...corner);
    if (index === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
  ctx.closePath();
  ctx.fill();
}

/** A gradient between two points of the fixture. */
export function shade(ctx: Context, project: Projection, from: Corner, to: Corner, stops: readonly string[]): Gradient {
  const [a, b] = [project(...from), project(...to)];
  const gradient = ctx.createLinearGradient(a.x, a.y, b.x, b.y);
  stops.forEach((colour, index) => gradient.addColorStop(index / (stops.length - 1), colour));
  return gradient;
}
