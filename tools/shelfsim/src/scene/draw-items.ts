import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { SizeMm } from '../catalogue/product.js';
import { darker } from '../packaging/colour.js';
import type { Context } from '../packaging/pen.js';
import type { SpriteCache } from '../packaging/sprite-cache.js';
import type { PixelPoint, Projection } from './camera.js';
import { boardTopMm, DEPTH_MM, type Fixture, type PlacedSlot, SETBACK_MM } from './fixture.js';
import type { Item, ShelfContents } from './shelf-contents.js';

export interface ItemScene {
  fixture: Fixture;
  project: Projection;
  sprites: SpriteCache;
  sizeOf(gtin: string): SizeMm;
}

/** A soft dark spot, stretched to any size. */
const SHADOW: Canvas = (() => {
  const canvas = createCanvas(64, 64);
  const ctx = canvas.getContext('2d');
  const gradient = ctx.createRadialGradient(32, 32, 4, 32, 32, 32);
  gradient.addColorStop(0, 'rgba(0,0,0,.75)');
  gradient.addColorStop(0.6, 'rgba(0,0,0,.38)');
  gradient.addColorStop(1, 'rgba(0,0,0,0)');
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, 64, 64);
  return canvas;
})();

/** Draws every package, back rows first. */
export function drawItems(ctx: Context, scene: ItemScene, contents: ShelfContents): void {
  ctx.imageSmoothingQuality = 'low';
  for (const slot of scene.fixture.slots) {
    const facings = contents.get(slot.slotId) ?? [];
    const deepest = Math.max(0, ...facings.flat().map((item) => item.row));
    for (let row = deepest; row >= 0; row -= 1)
      facings.forEach((items, facing) => {
        const item = items.find((candidate) => candidate.row === row);
        // What stands two rows behind another package is hidden by it.
        const hidden = items.some((other) => other.row <= row - 2);
        if (item !== undefined && !hidden) drawItem(ctx, scene, slot, facing, item);
      });
  }
}

function drawItem(ctx: Context, scene: ItemScene, slot: PlacedSlot, facing: number, item: Item): void {
  const size = scene.sizeOf(item.gtin);
  const { project } = scene;
  const floor = boardTopMm(scene.fixture, slot.shelf);
  const middle = slot.leftMm + (facing + 0.5) * slot.pitchMm + item.shiftMm;
  const z = Math.max(-SETBACK_MM - item.recessMm - item.row * (slot.sizeMm.depth + 4), 20 - DEPTH_MM);
  const [left, right, top] = [middle - size.width / 2, middle + size.width / 2, floor - size.height];
  const leanMm = item.lean * size.height;
  const corners = [
    project(left + leanMm, top, z),
    project(right + leanMm, top, z),
    project(right, floor, z),
    project(left, floor, z),
  ] as const;

  drawShadow(ctx, corners);
  const side = item.row === 0 ? scene.sprites.sideColour(item.gtin) : undefined;
  if (side !== undefined) drawSides(ctx, project, { left, right, top, floor, z, leanMm, depth: size.depth }, side);

  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const sprite = scene.sprites.sprite(
    item.gtin,
    item.appearance,
    bottomRight.x - bottomLeft.x,
    Math.max(0, (-z - 30) / DEPTH_MM),
  );
  // The perspective within one package is below a pixel: the affine map through its corners' means is enough.
  const across = {
    x: (topRight.x - topLeft.x + bottomRight.x - bottomLeft.x) / 2,
    y: (topRight.y - topLeft.y + bottomRight.y - bottomLeft.y) / 2,
  };
  const down = {
    x: (bottomLeft.x - topLeft.x + bottomRight.x - topRight.x) / 2,
    y: (bottomLeft.y - topLeft.y + bottomRight.y - topRight.y) / 2,
  };
  const centre = { x: corners.reduce((sum, c) => sum + c.x, 0) / 4, y: corners.reduce((sum, c) => sum + c.y, 0) / 4 };
  ctx.setTransform(
    across.x / sprite.width,
    across.y / sprite.width,
    down.x / sprite.height,
    down.y / sprite.height,
    centre.x - (across.x + down.x) / 2,
    centre.y - (across.y + down.y) / 2,
  );
  ctx.drawImage(sprite, 0, 0);
  ctx.resetTransform();
}

/** Shade on the neighbours and on the board. */
function drawShadow(ctx: Context, corners: readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint]): void {
  const [topLeft, , bottomRight, bottomLeft] = corners;
  const [width, height] = [bottomRight.x - bottomLeft.x, bottomLeft.y - topLeft.y];
  ctx.globalAlpha = 0.5;
  ctx.drawImage(SHADOW, bottomLeft.x - width * 0.16, topLeft.y + height * 0.04, width * 1.32, height * 1.02);
  ctx.globalAlpha = 0.9;
  ctx.drawImage(SHADOW, bottomLeft.x - width * 0.1, bottomLeft.y - height * 0.05, width * 1.2, height * 0.1);
  ctx.globalAlpha = 1;
}

interface Solid {
  left: number;
  right: number;
  top: number;
  floor: number;
  z: number;
  leanMm: number;
  depth: number;
}

/** The side and the top that can be seen from where the camera stands. */
function drawSides(ctx: Context, project: Projection, solid: Solid, colour: string): void {
  const { left, right, top, floor, z, leanMm, depth } = solid;
  const fill = (points: readonly PixelPoint[], shade: number): void => {
    ctx.fillStyle = darker(colour, shade);
    ctx.beginPath();
    points.forEach(({ x, y }, index) => (index === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
    ctx.closePath();
    ctx.fill();
  };
  for (const [x, outwards] of [
    [left, -1],
    [right, 1],
  ] as const) {
    const [front, rear] = [project(x, floor, z), project(x, floor, z - depth)];
    if ((rear.x - front.x) * outwards <= 0.5) continue;
    fill([project(x + leanMm, top, z), project(x + leanMm, top, z - depth), rear, front], 0.45);
  }
  const [front, rear] = [project(left, top, z), project(left, top, z - depth)];
  if (rear.y < front.y - 0.5)
    fill(
      [front, project(right, top, z), project(right, top, z - depth), rear].map((point) => ({
        x: point.x + (project(left + leanMm, top, z).x - front.x),
        y: point.y,
      })),
      0.25,
    );
}
