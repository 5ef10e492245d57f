import { squareToQuad } from '../preprocess/homography.js';
import { samplePerspective } from '../preprocess/sample-perspective.js';
import type { Random } from './random.js';

/** How far pictures are changed while training, each figure an upper limit; chances are from 0 to 1. There is no mirroring: packages carry text. */
export interface Augmentation {
  /** Shift of the whole crop, fraction of its side. */
  shift: number;
  /** Enlarging or shrinking, fraction. */
  scale: number;
  /** Independent displacement of each corner, fraction of the side. */
  perspective: number;
  brightness: number;
  contrast: number;
  /** Gain of each colour channel: the tint of a lamp. */
  colour: number;
  /** Chance to lose detail, as a worse lens or a camera further away would. */
  blurChance: number;
  /** Standard deviation of noise, in byte values. */
  noise: number;
  eraseChance: number;
  /** Share of the crop's area that is covered by one rectangle. */
  eraseArea: number;
}

export const defaultAugmentation: Augmentation = {
  shift: 0.06,
  scale: 0.08,
  perspective: 0.03,
  brightness: 0.2,
  contrast: 0.2,
  colour: 0.08,
  blurChance: 0.25,
  noise: 5,
  eraseChance: 0.25,
  eraseArea: 0.12,
};

/** Buffers that are used again for each crop. */
export class CropAugmenter {
  private warped = new Uint8Array(0);
  private readonly curves = [new Float32Array(256), new Float32Array(256), new Float32Array(256)];

  constructor(private readonly settings: Augmentation | undefined) {}

  /**
   * Writes one crop as model input in [-1, 1], rows of R, G, B, at another side and, with settings, changed by chance.
   *
   * @param into from `offset` on, `outSize * outSize * 3` values are written
   */
  write(crop: Uint8Array, cropSize: number, outSize: number, random: Random, into: Float32Array, offset: number): void {
    const length = outSize * outSize * 3;
    if (this.warped.length !== length) this.warped = new Uint8Array(length);
    const source = { width: cropSize, height: cropSize, data: crop };
    const { settings } = this;
    if (!settings) {
      const plain = squareToQuad(square(cropSize));
      if (outSize !== cropSize) samplePerspective(source, plain, 0, outSize, this.warped);
      const pixels = outSize === cropSize ? crop : this.warped;
      for (let index = 0; index < length; index += 1) into[offset + index] = pixels[index]! / 127.5 - 1;
      return;
    }
    const corners = distort(square(cropSize), cropSize, settings, random);
    if (random.next() < settings.blurChance) {
      const side = Math.round(outSize * random.between(0.4, 0.8));
      const coarse = new Uint8Array(side * side * 3);
      samplePerspective(source, squareToQuad(corners), 0, side, coarse);
      const whole = squareToQuad(square(side));
      samplePerspective({ width: side, height: side, data: coarse }, whole, 0, outSize, this.warped);
    } else samplePerspective(source, squareToQuad(corners), 0, outSize, this.warped);
    if (random.next() < settings.eraseChance) erase(this.warped, outSize, settings.eraseArea, random);
    this.develop(into, offset, random, settings);
  }

  /** Light, contrast and tint through one curve per channel, then noise. */
  private develop(into: Float32Array, offset: number, random: Random, settings: Augmentation): void {
    const around = (limit: number) => random.between(-limit, limit);
    const light = around(settings.brightness);
    const contrast = 1 + around(settings.contrast);
    for (const curve of this.curves) {
      const gain = 1 + around(settings.colour);
      for (let byte = 0; byte < 256; byte += 1) {
        const value = ((byte / 127.5 - 1) * contrast + light + 1) * gain - 1;
        curve[byte] = Math.min(1, Math.max(-1, value));
      }
    }
    const amplitude = (settings.noise * random.next()) / 127.5;
    const [red, green, blue] = this.curves as [Float32Array, Float32Array, Float32Array];
    let phase = random.below(noise.length);
    for (let index = 0; index < this.warped.length; index += 3) {
      // A prime step walks the whole table before it repeats.
      phase = (phase + 7_919) & (noise.length - 1);
      const grain = amplitude * noise[phase]!;
      into[offset + index] = red[this.warped[index]!]! + grain;
      into[offset + index + 1] = green[this.warped[index + 1]!]! + grain;
      into[offset + index + 2] = blue[this.warped[index + 2]!]! + grain;
    }
  }
}

type Corners = Parameters<typeof squareToQuad>[0];

const square = (side: number): Corners =>
  [
    { x: 0, y: 0 },
    { x: side, y: 0 },
    { x: side, y: side },
    { x: 0, y: side },
  ] as const as unknown as Corners;

function distort(corners: Corners, side: number, settings: Augmentation, random: Random): Corners {
  const around = (limit: number) => random.between(-limit, limit) * side;
  const [shiftX, shiftY] = [around(settings.shift), around(settings.shift)];
  const [scaleX, scaleY] = [1 + around(settings.scale) / side, 1 + around(settings.scale) / side];
  return corners.map(({ x, y }) => ({
    x: (x - side / 2) * scaleX + side / 2 + shiftX + around(settings.perspective),
    y: (y - side / 2) * scaleY + side / 2 + shiftY + around(settings.perspective),
  })) as unknown as Corners;
}

/** Covers a rectangle with one colour, as a hand, a sticker or a reflection would. */
function erase(pixels: Uint8Array, size: number, largestArea: number, random: Random): void {
  const area = random.between(0.02, largestArea) * size * size;
  const width = Math.min(size, Math.round(Math.sqrt(area * random.between(0.4, 2.5))));
  const height = Math.min(size, Math.round(area / Math.max(1, width)));
  const left = random.below(size - width + 1);
  const top = random.below(size - height + 1);
  const colour = [random.below(256), random.below(256), random.below(256)];
  for (let y = top; y < top + height; y += 1)
    for (let x = left; x < left + width; x += 1) pixels.set(colour, (y * size + x) * 3);
}

const noise = noiseTable(1 << 16);

function noiseTable(length: number): Float32Array {
  const table = new Float32Array(length);
  // Irwin–Hall: the sum of three uniform numbers is close enough to a bell, and needs no logarithm.
  let state = 1;
  const uniform = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) / 2_147_483_648;
  for (let index = 0; index < length; index += 1) table[index] = uniform() + uniform() + uniform();
  return table;
}
