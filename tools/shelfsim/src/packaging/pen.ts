import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';

export type Context = SKRSContext2D;

/** Short words for drawing flat illustrations. Coordinates are those of the context's present transform. */
export interface Pen {
  readonly ctx: Context;
  disc(x: number, y: number, radius: number, fill: string): void;
  oval(x: number, y: number, radiusX: number, radiusY: number, fill: string, turn?: number): void;
  /** @param path SVG path data */
  shape(path: string, fill: string): void;
  line(path: string, stroke: string, width: number): void;
  block(x: number, y: number, width: number, height: number, fill: string, corner?: number): void;
  /** Runs a drawing with its own origin, scale and turn, then restores. */
  at(x: number, y: number, scale: number, turn: number, draw: () => void): void;
}

export function penOn(ctx: Context): Pen {
  const oval: Pen['oval'] = (x, y, radiusX, radiusY, fill, turn = 0) => {
    ctx.fillStyle = fill;
    ctx.beginPath();
    ctx.ellipse(x, y, radiusX, radiusY, turn, 0, 2 * Math.PI);
    ctx.fill();
  };
  return {
    ctx,
    oval,
    disc: (x, y, radius, fill) => oval(x, y, radius, radius, fill),
    shape(path, fill) {
      ctx.fillStyle = fill;
      ctx.fill(new Path2D(path));
    },
    line(path, stroke, width) {
      ctx.strokeStyle = stroke;
      ctx.lineWidth = width;
      ctx.lineCap = 'round';
      ctx.stroke(new Path2D(path));
    },
    block(x, y, width, height, fill, corner = 0) {
      ctx.fillStyle = fill;
      ctx.beginPath();
      ctx.roundRect(x, y, width, height, corner);
      ctx.fill();
    },
    at(x, y, scale, turn, draw) {
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(turn);
      ctx.scale(scale, scale);
      draw();
      ctx.restore();
    },
  };
}
