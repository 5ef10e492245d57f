import type { Quad } from '@shelfwatch/domain';
import type { Context } from '../packaging/pen.js';
import type { PictureSize } from './camera.js';
import { figure, type FigureKind } from './figure.js';

/** A figure in front of the shelf. Positions and sizes are fractions of the picture. */
export interface Occluder {
  kind: FigureKind;
  look: number;
  /** Middle of its upper edge. */
  x: number;
  top: number;
  /** Height of the whole figure; parts may lie outside the picture. */
  height: number;
  mirrored: boolean;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function boxOf(occluder: Occluder, picture: PictureSize): Box {
  const { sprite } = figure(occluder.kind, occluder.look);
  const height = occluder.height * picture.height;
  const width = (height * sprite.width) / sprite.height;
  return { left: occluder.x * picture.width - width / 2, top: occluder.top * picture.height, width, height };
}

export function drawOccluder(ctx: Context, occluder: Occluder, picture: PictureSize): void {
  const { left, top, width, height } = boxOf(occluder, picture);
  ctx.save();
  ctx.translate(occluder.mirrored ? left + width : left, top);
  if (occluder.mirrored) ctx.scale(-1, 1);
  ctx.drawImage(figure(occluder.kind, occluder.look).sprite, 0, 0, width, height);
  ctx.restore();
}

const SAMPLES = 7;

/** How much of a facing the figures hide together, 0..1. */
export function hiddenShare(quad: Quad, occluders: readonly Occluder[], picture: PictureSize): number {
  if (occluders.length === 0) return 0;
  const figures = occluders.map((occluder) => ({
    occluder,
    box: boxOf(occluder, picture),
    opacityAt: figure(occluder.kind, occluder.look).opacityAt,
  }));
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  let hidden = 0;
  for (let row = 0; row < SAMPLES; row += 1)
    for (let column = 0; column < SAMPLES; column += 1) {
      const [u, v] = [(column + 0.5) / SAMPLES, (row + 0.5) / SAMPLES];
      const between = (axis: 'x' | 'y'): number =>
        (1 - v) * ((1 - u) * topLeft[axis] + u * topRight[axis]) +
        v * ((1 - u) * bottomLeft[axis] + u * bottomRight[axis]);
      const [x, y] = [between('x') * picture.width, between('y') * picture.height];
      let seen = 1;
      for (const { occluder, box, opacityAt } of figures) {
        const across = (x - box.left) / box.width;
        seen *= 1 - opacityAt(occluder.mirrored ? 1 - across : across, (y - box.top) / box.height);
      }
      hidden += 1 - seen;
    }
  return hidden / SAMPLES ** 2;
}
