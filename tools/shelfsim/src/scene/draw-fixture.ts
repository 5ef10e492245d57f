import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { letter } from '../packaging/artwork/lettering.js';
import { darker, lighter, mix } from '../packaging/colour.js';
import { SMALL_PRINT } from '../packaging/fonts.js';
import { type Context, penOn } from '../packaging/pen.js';
import type { PictureSize, Projection } from './camera.js';
import { BOARD_MM, boardTopMm, DEPTH_MM, type Fixture, RAIL_MM, SHELF_PITCH_MM, UPRIGHT_MM } from './fixture.js';

type Corner = readonly [x: number, y: number, z: number];

function face(
  ctx: Context,
  project: Projection,
  corners: readonly Corner[],
  fill: Parameters<Context['fill']>[0] | string | CanvasGradientLike,
): void {
  ctx.fillStyle = fill as string;
  ctx.beginPath();
  for (const [index, corner] of corners.entries()) {
    const { x, y } = project(...corner);
    if (index === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
  ctx.closePath();
  ctx.fill();
}
type CanvasGradientLike = ReturnType<Context['createLinearGradient']>;

/** A gradient between two points of the fixture. */
function shade(
  ctx: Context,
  project: Projection,
  from: Corner,
  to: Corner,
  stops: readonly string[],
): CanvasGradientLike {
  const [a, b] = [project(...from), project(...to)];
  const gradient = ctx.createLinearGradient(a.x, a.y, b.x, b.y);
  stops.forEach((colour, index) => gradient.addColorStop(index / (stops.length - 1), colour));
  return gradient;
}

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

const LABEL_MM = { width: 58, height: 22 } as const;

function drawPriceLabel(ctx: Context, project: Projection, fixture: Fixture, slot: Fixture['slots'][number]): void {
  const middle = slot.leftMm + (slot.facings * slot.pitchMm) / 2;
  const y = boardTopMm(fixture, slot.shelf) + 2.5;
  const origin = project(middle - LABEL_MM.width / 2, y, 5);
  const along = project(middle + LABEL_MM.width / 2, y, 5);
  const below = project(middle - LABEL_MM.width / 2, y + LABEL_MM.height, 6);
  const pen = penOn(ctx);
  ctx.save();
  ctx.transform(
    (along.x - origin.x) / LABEL_MM.width,
    (along.y - origin.y) / LABEL_MM.width,
    (below.x - origin.x) / LABEL_MM.height,
    (below.y - origin.y) / LABEL_MM.height,
    origin.x,
    origin.y,
  );
  pen.block(0, 0, LABEL_MM.width, LABEL_MM.height, fixture.finish.label, 1.5);
  letter(pen, (slot.priceCents / 100).toFixed(2), {
    x: 39,
    y: 12,
    maxWidth: 32,
    maxPx: 19,
    family: SMALL_PRINT,
    colour: '#1b1b1d',
  });
  for (let i = 0; i < 11; i += 1) pen.block(3 + i * 1.7, 12, (Number(slot.gtin[3 + i]) % 3) * 0.4 + 0.4, 7, '#2a2a2c');
  pen.block(3, 4, 16, 1.6, '#6a6a6e');
  pen.block(3, 7.4, 11, 1.6, '#9a9aa0');
  ctx.restore();
}
