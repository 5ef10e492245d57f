import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { darker, lighter } from '../packaging/colour.js';
import type { Context } from '../packaging/pen.js';
import type { PictureSize, Projection } from './camera.js';
import { BOARD_MM, boardTopMm, DEPTH_MM, type Fixture, SHELF_PITCH_MM, UPRIGHT_MM } from './fixture.js';
import { face, shade } from './fixture-face.js';

/** Walls, back panel, boards: everything behind the packages. */
export function drawFixtureBack(fixture: Fixture, project: Projection, picture: PictureSize): Canvas {
  const canvas = createCanvas(picture.width, picture.height);
  const ctx = canvas.getContext('2d');
  const { finish, widthMm, heightMm } = fixture;
  const [right, top, bottom] = [widthMm / 2, -heightMm / 2, heightMm / 2];
  const inner = right - UPRIGHT_MM;
  const back = -DEPTH_MM;

  ctx.fillStyle = '#57534e';
  ctx.fillRect(0, 0, picture.width, picture.height);
  face(
    ctx,
    project,
    [
      [-4000, -2600, -60],
      [4000, -2600, -60],
      [4000, bottom, -60],
      [-4000, bottom, -60],
    ],
    shade(ctx, project, [0, top - 400, 0], [0, bottom, 0], ['#8d8a86', '#6d6964']),
  );
  face(
    ctx,
    project,
    [
      [-4000, bottom, -60],
      [4000, bottom, -60],
      [4000, bottom, 900],
      [-4000, bottom, 900],
    ],
    '#a39d94',
  );
  face(
    ctx,
    project,
    [
      [-right, top, 0],
      [right, top, 0],
      [right, bottom, 0],
      [-right, bottom, 0],
    ],
    finish.metal,
  );

  for (let shelf = 1; shelf <= fixture.shelves; shelf += 1) {
    const floor = boardTopMm(fixture, shelf);
    const ceiling = floor - SHELF_PITCH_MM + BOARD_MM;
    face(
      ctx,
      project,
      [
        [-inner, ceiling, 0],
        [inner, ceiling, 0],
        [inner, floor, 0],
        [-inner, floor, 0],
      ],
      darker(finish.back, 0.5),
    );
    face(
      ctx,
      project,
      [
        [-inner, ceiling, back],
        [inner, ceiling, back],
        [inner, floor, back],
        [-inner, floor, back],
      ],
      shade(
        ctx,
        project,
        [0, ceiling, back],
        [0, floor, back],
        [darker(finish.back, 0.62), darker(finish.back, 0.36), darker(finish.back, 0.44)],
      ),
    );
    drawBackHoles(ctx, project, inner, ceiling, floor, back);
    for (const side of [-1, 1])
      face(
        ctx,
        project,
        [
          [side * inner, ceiling, 0],
          [side * inner, ceiling, back],
          [side * inner, floor, back],
          [side * inner, floor, 0],
        ],
        shade(
          ctx,
          project,
          [side * inner, floor, 0],
          [side * inner, floor, back],
          [darker(finish.metal, 0.22), darker(finish.metal, 0.58)],
        ),
      );
    face(
      ctx,
      project,
      [
        [-inner, ceiling, 0],
        [inner, ceiling, 0],
        [inner, ceiling, back],
        [-inner, ceiling, back],
      ],
      darker(finish.metal, 0.55),
    );
    face(
      ctx,
      project,
      [
        [-inner, floor, 0],
        [inner, floor, 0],
        [inner, floor, back],
        [-inner, floor, back],
      ],
      shade(ctx, project, [0, floor, 0], [0, floor, back], [lighter(finish.metal, 0.1), darker(finish.metal, 0.5)]),
    );
  }
  return canvas;
}

/** Rows of holes in the back panel, seen where a facing is empty. */
function drawBackHoles(
  ctx: Context,
  project: Projection,
  inner: number,
  ceiling: number,
  floor: number,
  z: number,
): void {
  ctx.fillStyle = 'rgba(0,0,0,.28)';
  for (let y = ceiling + 34; y < floor - 12; y += 42)
    for (let x = -inner + 24; x < inner; x += 48) {
      const point = project(x, y, z);
      ctx.fillRect(point.x - 2.4, point.y - 2.4, 4.8, 4.8);
    }
}
