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
