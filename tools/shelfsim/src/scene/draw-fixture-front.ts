import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { darker, lighter, mix } from '../packaging/colour.js';
import type { PictureSize, Projection } from './camera.js';
import { drawPriceLabel } from './draw-price-label.js';
import { boardTopMm, type Fixture, RAIL_MM, UPRIGHT_MM } from './fixture.js';
import { face, shade } from './fixture-face.js';

/** Shelf edges with price labels, and the uprights: everything in front of the packages. */
export function drawFixtureFront(fixture: Fixture, project: Projection, picture: PictureSize): Canvas {
  const canvas = createCanvas(picture.width, picture.height);
  const ctx = canvas.getContext('2d');
  const { finish, widthMm, heightMm } = fixture;
  const right = widthMm / 2;
  const inner = right - UPRIGHT_MM;
  for (let shelf = 1; shelf <= fixture.shelves; shelf += 1) {
    const y = boardTopMm(fixture, shelf);
    face(
      ctx,
      project,
      [
        [-inner, y, 0],
        [inner, y, 0],
        [inner, y + RAIL_MM, 4],
        [-inner, y + RAIL_MM, 4],
      ],
      shade(
        ctx,
        project,
        [0, y, 0],
        [0, y + RAIL_MM, 4],
        [lighter(finish.rail, 0.35), finish.rail, darker(finish.rail, 0.22)],
      ),
    );
    face(
      ctx,
      project,
      [
        [-inner, y + RAIL_MM, 4],
        [inner, y + RAIL_MM, 4],
        [inner, y + RAIL_MM + 5, 0],
        [-inner, y + RAIL_MM + 5, 0],
      ],
      'rgba(0,0,0,.42)',
    );
  }
  for (const slot of fixture.slots) drawPriceLabel(ctx, project, fixture, slot);
  for (const side of [-1, 1]) {
    const [a, b] = side < 0 ? [-right, -inner] : [inner, right];
    face(
      ctx,
      project,
      [
        [a, -heightMm / 2, 6],
        [b, -heightMm / 2, 6],
        [b, heightMm / 2, 6],
        [a, heightMm / 2, 6],
      ],
      shade(
        ctx,
        project,
        [a, 0, 6],
        [b, 0, 6],
        [darker(finish.metal, 0.12), lighter(finish.metal, 0.25), darker(finish.metal, 0.2)],
      ),
    );
  }
  face(
    ctx,
    project,
    [
      [-right, -heightMm / 2, 7],
      [right, -heightMm / 2, 7],
      [right, -heightMm / 2 + 15, 7],
      [-right, -heightMm / 2 + 15, 7],
    ],
    mix(finish.metal, finish.rail, 0.4),
  );
  return canvas;
}
