import { CropAugmenter, defaultAugmentation } from './augment-crop.js';
import { createRandom } from './random.js';

const side = 16;
const crop = Uint8Array.from({ length: side * side * 3 }, (_, index) => (index * 37) % 256);

function augmented(
  settings: ConstructorParameters<typeof CropAugmenter>[0],
  seed: number,
  outSize = side,
): Float32Array {
  const into = new Float32Array(outSize * outSize * 3);
  new CropAugmenter(settings).write(crop, side, outSize, createRandom(seed), into, 0);
  return into;
}

describe('Augmentation', () => {
  it('When there are no settings and the size stays, then the input is the bytes scaled to -1 to 1', () => {
    expect([...augmented(undefined, 1)]).toEqual([...Float32Array.from(crop, (byte) => byte / 127.5 - 1)]);
  });

  it('When all limits are 0, then a crop comes out as it went in', () => {
    const off = { ...defaultAugmentation };
    for (const key of Object.keys(off) as (keyof typeof off)[]) off[key] = 0;
    const plain = augmented(undefined, 1);
    augmented(off, 1).forEach((value, index) => expect(value).toBeCloseTo(plain[index]!, 5));
  });

  it('When the whole is squeezed, then it stands narrower or lower, and its edges go on to the sides', () => {
    const off = { ...defaultAugmentation };
    for (const key of Object.keys(off) as (keyof typeof off)[]) off[key] = 0;
    // Every row the same, from dark to light: squeezed sideways, the outermost columns repeat.
    const ramp = Uint8Array.from({ length: side * side * 3 }, (_, index) => Math.floor((index / 3) % side) * 17);
    const into = new Float32Array(ramp.length);
    const repeated = Array.from({ length: 20 }, (_, seed) => {
      new CropAugmenter({ ...off, cropAway: 1e-9, squeeze: 0.6 }).write(ramp, side, side, createRandom(seed), into, 0);
      const row = [...into].filter((_value, index) => index < side * 3 && index % 3 === 0);
      return row.filter((value) => value === row[0] || value === row.at(-1)).length;
    });
    expect(Math.max(...repeated)).toBeGreaterThan(4);
    expect(Math.min(...repeated)).toBe(2);
  });

  it('When the chance of compression is 1, then blocks of 8 pixels lose detail; when it is 0, then nothing else is drawn', () => {
    const off = { ...defaultAugmentation };
    for (const key of Object.keys(off) as (keyof typeof off)[]) off[key] = 0;
    const plain = augmented(off, 1);
    const compressed = augmented({ ...off, jpegChance: 1, jpegQuality: 10 }, 1);
    const apart = compressed.map((value, index) => Math.abs(value - plain[index]!));
    expect(apart.reduce((sum, value) => sum + value) / apart.length).toBeGreaterThan(0.02);
    expect(augmented({ ...defaultAugmentation, jpegQuality: 1 }, 3)).toEqual(augmented(defaultAugmentation, 3));
  });

  it('When the seed is the same, then so is the picture; values stay near the range of the input', () => {
    expect(augmented(defaultAugmentation, 5, 24)).toEqual(augmented(defaultAugmentation, 5, 24));
    expect(augmented(defaultAugmentation, 5, 24)).not.toEqual(augmented(defaultAugmentation, 6, 24));
    for (let seed = 0; seed < 20; seed += 1)
      expect(augmented(defaultAugmentation, seed).every((value) => Math.abs(value) < 1.2)).toBe(true);
  });
});
