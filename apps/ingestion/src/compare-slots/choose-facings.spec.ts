import type { Quad } from '@shelfwatch/domain';
import type { Thumbnail } from '../decode-frame/thumbnail.js';
import { appearanceOf } from './appearance.js';
import { chooseFacings, type ClassifiedFacing, type GateSettings } from './choose-facings.js';

const settings: GateSettings = { maxResidual: 0.2, maxGainStep: 1.35, heartbeatMs: 600_000 };
const FACINGS = 10;
// Bound once: they are called for every pixel.
const { cos, floor, max, min, sin } = Math;

/** A shelf of ten facings side by side; `paint` gives the colour of a pixel of a facing, `x` and `y` 0..1 within it. */
type Paint = (facing: number, x: number, y: number) => readonly [number, number, number];

const product: Paint = (facing, x, y) => {
  const stripe = sin(x * 9 + facing) > cos(y * 12 - facing) ? 60 : 0;
  return [90 + stripe + facing * 3, 150 - stripe, 80 + facing * 8];
};
const gap: Paint = () => [38, 36, 34];

function shelf(paint: Paint, light = 1, noise = 4): Thumbnail {
  const width = 400;
  const height = 60;
  const rgb = new Uint8Array(width * height * 3);
  let seed = Math.round(light * 1_000);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = paint(floor(x / 40), (x % 40) / 40, y / height);
      for (let channel = 0; channel < 3; channel++) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        const value = colour[channel]! * light + (seed / 2_147_483_648 - 0.5) * 2 * noise;
        rgb[(y * width + x) * 3 + channel] = max(0, min(255, value));
      }
    }
  }
  return { width, height, rgb, sourceWidth: width, sourceHeight: height };
}

const quadOf = (facing: number): Quad => [
  { x: facing / FACINGS, y: 0 },
  { x: (facing + 1) / FACINGS, y: 0 },
  { x: (facing + 1) / FACINGS, y: 1 },
  { x: facing / FACINGS, y: 1 },
];
const facingsOf = (thumbnail: Thumbnail) =>
  Array.from({ length: FACINGS }, (_, facing) => ({
    slotId: `slot-${facing}`,
    facing: 0,
    appearance: appearanceOf(thumbnail, quadOf(facing)),
  }));

function choose(now: Thumbnail, { unsettled = '', ageMs = 0, before = shelf(product) } = {}) {
  const memory = new Map<string, ClassifiedFacing>(
    facingsOf(before).map(({ slotId, appearance }) => [slotId, { appearance, classifiedAtMs: 0 }]),
  );
  const chosen = chooseFacings(
    facingsOf(now),
    ({ slotId }) => memory.get(slotId),
    (slotId) => slotId === unsettled,
    ageMs,
    settings,
  );
  return { ...chosen, reasons: Object.fromEntries(chosen.reasons) };
}

describe('chooseFacings', () => {
  it('When nothing was classified yet, then every facing goes', () => {
    const none = chooseFacings(
      facingsOf(shelf(product)),
      () => undefined,
      () => false,
      0,
      settings,
    );
    expect([...none.reasons.values()]).toEqual(Array(FACINGS).fill('first'));
    expect(none.changedShare).toBe(0);
  });

  it('When the shelf is as it was but for noise, then nothing goes', () => {
    expect(choose(shelf(product, 1, 8)).reasons).toEqual({});
  });

  it.each([0.6, 0.8, 1.25])('When all lamps change by a factor of %d, then nothing goes', (light) => {
    expect(choose(shelf(product, light)).reasons).toEqual({});
  });

  it('When one facing becomes empty, then only that one goes', () => {
    const emptied = shelf((facing, x, y) => (facing === 3 ? gap(facing, x, y) : product(facing, x, y)));
    expect(choose(emptied)).toEqual({ reasons: { 3: 'changed' }, changedShare: 0.1 });
  });

  it('When one facing becomes empty while the lamps go down, then only that one goes', () => {
    const emptied = shelf((facing, x, y) => (facing === 3 ? gap(facing, x, y) : product(facing, x, y)), 0.7);
    expect(choose(emptied).reasons).toEqual({ 3: 'changed' });
  });

  it('When a look-alike of another colour stands there, then it goes', () => {
    const other = shelf((facing, x, y) => {
      const [red, green, blue] = product(facing, x, y);
      return facing === 5 ? [green, red, blue] : [red, green, blue];
    });
    expect(choose(other).reasons).toEqual({ 5: 'changed' });
  });

  it('When evidence is still accumulating for a slot, then it goes although nothing changed', () => {
    expect(choose(shelf(product), { unsettled: 'slot-7' }).reasons).toEqual({ 7: 'unsettled' });
  });

  it('When the heartbeat is due, then every facing goes', () => {
    expect(Object.values(choose(shelf(product), { ageMs: 600_000 }).reasons)).toEqual(Array(FACINGS).fill('heartbeat'));
  });

  it('When the whole picture differs, then the changed share says so', () => {
    const shifted = shelf((facing, x, y) => product(facing, (x + 0.5) % 1, y));
    expect(choose(shifted).changedShare).toBeGreaterThan(0.8);
  });
});
