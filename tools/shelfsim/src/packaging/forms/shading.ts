import { Path2D } from '@napi-rs/canvas';
import type { Context, Pen } from '../pen.js';

/** Draws within an outline given as SVG path data. */
export function within(pen: Pen, outline: string, draw: () => void): void {
  pen.ctx.save();
  pen.ctx.clip(new Path2D(outline));
  draw();
  pen.ctx.restore();
}

type Stops = readonly (readonly [at: number, colour: string])[];

function wash(ctx: Context, horizontal: boolean, width: number, height: number, stops: Stops): void {
  const gradient = horizontal ? ctx.createLinearGradient(0, 0, width, 0) : ctx.createLinearGradient(0, 0, 0, height);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, width, height);
}

/** Light on a cylinder: dark edges, a highlight left of the middle. */
export const shadeCylinder = (ctx: Context, width: number, height: number): void =>
  wash(ctx, true, width, height, [
    [0, 'rgba(0,0,0,.5)'],
    [0.13, 'rgba(0,0,0,.14)'],
    [0.28, 'rgba(255,255,255,.28)'],
    [0.38, 'rgba(255,255,255,.04)'],
    [0.62, 'rgba(0,0,0,0)'],
    [0.85, 'rgba(0,0,0,.18)'],
    [1, 'rgba(0,0,0,.55)'],
  ]);

/** Light on a flat face: a little brighter at the top. */
export const shadeFlat = (ctx: Context, width: number, height: number): void => {
  wash(ctx, false, width, height, [
    [0, 'rgba(255,255,255,.14)'],
    [0.5, 'rgba(255,255,255,0)'],
    [1, 'rgba(0,0,0,.16)'],
  ]);
  wash(ctx, true, width, height, [
    [0, 'rgba(255,255,255,.16)'],
    [0.025, 'rgba(255,255,255,0)'],
    [0.96, 'rgba(0,0,0,0)'],
    [1, 'rgba(0,0,0,.22)'],
  ]);
};

/** Light on film: swollen in the middle, with creases. */
export const shadePillow = (ctx: Context, width: number, height: number): void => {
  wash(ctx, true, width, height, [
    [0, 'rgba(0,0,0,.38)'],
    [0.16, 'rgba(0,0,0,.05)'],
    [0.3, 'rgba(255,255,255,.22)'],
    [0.45, 'rgba(255,255,255,0)'],
    [0.8, 'rgba(0,0,0,.08)'],
    [1, 'rgba(0,0,0,.4)'],
  ]);
  wash(ctx, false, width, height, [
    [0, 'rgba(0,0,0,.2)'],
    [0.14, 'rgba(255,255,255,.12)'],
    [0.5, 'rgba(255,255,255,0)'],
    [0.85, 'rgba(0,0,0,.05)'],
    [1, 'rgba(0,0,0,.34)'],
  ]);
};
