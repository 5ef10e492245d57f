import { letter } from '../packaging/artwork/lettering.js';
import { SMALL_PRINT } from '../packaging/fonts.js';
import { type Context, penOn } from '../packaging/pen.js';
import type { Projection } from './camera.js';
import { boardTopMm, type Fixture } from './fixture.js';

const LABEL_MM = { width: 58, height: 22 } as const;

/** The label under a slot: price, bars, a line of words too small to read. */
export function drawPriceLabel(
  ctx: Context,
  project: Projection,
  fixture: Fixture,
  slot: Fixture['slots'][number],
): void {
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
