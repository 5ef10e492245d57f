import { mixPairs, noMixing } from './mix-pairs.js';
import { createRandom } from './random.js';

const size = 8;
const length = size * size * 3;
/** Picture `n` is all `n`. */
const pictures = (count: number) =>
  Float32Array.from({ length: count * length }, (_, index) => Math.floor(index / length));
const mean = (values: Float32Array, place: number) =>
  values.subarray(place * length, (place + 1) * length).reduce((sum, value) => sum + value, 0) / length;

describe('Mixing pictures in pairs', () => {
  it('When it is off, then nothing changes', () => {
    const values = pictures(3);
    expect(mixPairs(values, 3, size, noMixing, createRandom(1))).toBeUndefined();
    expect(values).toEqual(pictures(3));
  });

  it.each([{ mixupChance: 1 }, { cutmixChance: 1 }])(
    'When %p, then every picture is as much of its partner as the answer says; one without a partner stays',
    (chances) => {
      for (let seed = 0; seed < 50; seed += 1) {
        const values = pictures(3);
        const mixed = mixPairs(values, 3, size, { ...noMixing, ...chances }, createRandom(seed))!;
        expect(mixed.partner).toEqual([2, 1, 0]);
        expect(mixed.share).toBeGreaterThanOrEqual(0.45);
        expect(mean(values, 0)).toBeCloseTo(2 * (1 - mixed.share), 4);
        expect(mean(values, 2)).toBeCloseTo(2 * mixed.share, 4);
        expect(mean(values, 1)).toBe(1);
      }
    },
  );
});
