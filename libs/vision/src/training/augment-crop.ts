import { squareToQuad } from '../preprocess/homography.js';
import { samplePerspective } from '../preprocess/sample-perspective.js';
import { JpegArtefacts } from './jpeg-artefacts.js';
import type { Random } from './random.js';

/** What is compressed less than this shows no artefacts worth learning. */
const HIGHEST_JPEG_QUALITY = 90;

/** How far pictures are changed while training, each figure an upper limit; chances are from 0 to 1. */
export interface Augmentation {
  /** Share of the area that a random part of the crop may leave out: 0.6 shows parts of 40 % and more. For photographs, where products are anywhere. */
  cropAway: number;
  /** How much longer one side of that part may be than the other, as a factor less 1. */
  aspect: number;
  /** How much narrower or lower than it is that part may be shown, as a fraction; its edges are continued to the sides. For pictures of different shapes stretched to squares. */
  squeeze: number;
  /** Chance of mirroring left and right. Off for packages: they carry text. */
  mirrorChance: number;
  /** Turn in degrees. */
  rotation: number;
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
  /** How much more or less colourful, as a fraction. */
  saturation: number;
  /** Chance to lose detail, as a worse lens or a camera further away would. */
  blurChance: number;
  /** Chance of strong compression, see `JpegArtefacts`. */
  jpegChance: number;
  /** Lowest quality, as libjpeg counts from 1 to 100; drawn from there up to 90. */
  jpegQuality: number;
  /** Standard deviation of noise, in byte values. */
  noise: number;
  eraseChance: number;
  /** Share of the crop's area that is covered by one rectangle. */
  eraseArea: number;
}

/** For crops of facings, which are already cut to the product; the shipped model was trained with it, see `facingAugmentation`. */
export const defaultAugmentation: Augmentation = {
  cropAway: 0,
  aspect: 0,
  squeeze: 0,
  mirrorChance: 0,
  rotation: 0,
  shift: 0.06,
  scale: 0.08,
  perspective: 0.03,
  brightness: 0.2,
  contrast: 0.2,
  colour: 0.08,
  saturation: 0,
  blurChance: 0.25,
  jpegChance: 0,
  jpegQuality: 40,
  noise: 5,
  eraseChance: 0.25,
  eraseArea: 0.12,
};

/** The same for new trainings: network cameras compress strongly. Apart, so that the shipped model's training can be repeated. */
export const facingAugmentation: Augmentation = { ...defaultAugmentation, jpegChance: 0.15 };

/** For photographs in which the product lies anywhere, at any size. */
export const photographAugmentation: Augmentation = {
  ...defaultAugmentation,
  cropAway: 0.7,
  aspect: 0.33,
  mirrorChance: 0.5,
  rotation: 12,
  brightness: 0.3,
  contrast: 0.3,
  saturation: 0.4,
  jpegChance: 0.15,
  eraseArea: 0.2,
};

/** Photographs cut out and mirrored, in their own light: for views of a backbone that does not learn. */
export const photographViews: Augmentation = {
  ...photographAugmentation,
  rotation: 6,
  perspective: 0,
  brightness: 0,
  contrast: 0,
  colour: 0,
  saturation: 0,
  blurChance: 0,
  noise: 0,
  jpegChance: 0,
  eraseChance: 0,
};

/** Buffers that are used again for each crop. */
export class CropAugmenter {
  private warped = new Uint8Array(0);
  private readonly jpeg = new JpegArtefacts();
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
    // Nothing is drawn where the chance is 0: earlier trainings stay as they were.
    if (settings.jpegChance > 0 && random.next() < settings.jpegChance)
      this.jpeg.apply(this.warped, outSize, random.between(settings.jpegQuality, HIGHEST_JPEG_QUALITY));
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
    const colourfulness = 1 + around(settings.saturation);
    const [red, green, blue] = this.curves as [Float32Array, Float32Array, Float32Array];
    let phase = random.below(noise.length);
    for (let index = 0; index < this.warped.length; index += 3) {
      // A prime step walks the whole table before it repeats.
      phase = (phase + 7_919) & (noise.length - 1);
      const [r, g, b] = [red[this.warped[index]!]!, green[this.warped[index + 1]!]!, blue[this.warped[index + 2]!]!];
      // Luma by ITU-R BT.601: what a grey picture would show, and the noise on top.
      const grey = (0.299 * r + 0.587 * g + 0.114 * b) * (1 - colourfulness) + amplitude * noise[phase]!;
      into[offset + index] = r * colourfulness + grey;
      into[offset + index + 1] = g * colourfulness + grey;
      into[offset + index + 2] = b * colourfulness + grey;
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
  const part = randomPart(settings, random);
  const turn = (random.between(-settings.rotation, settings.rotation) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const mirror = random.next() < settings.mirrorChance ? -1 : 1;
  const [shiftX, shiftY] = [around(settings.shift), around(settings.shift)];
  const [scaleX, scaleY] = [1 + around(settings.scale) / side, 1 + around(settings.scale) / side];
  return corners.map(({ x, y }) => {
    const across = (x - side / 2) * scaleX * part.width * mirror;
    const down = (y - side / 2) * scaleY * part.height;
    return {
      x: across * cos - down * sin + (part.centreX + 0.5) * side + shiftX + around(settings.perspective),
      y: across * sin + down * cos + (part.centreY + 0.5) * side + shiftY + around(settings.perspective),
    };
  }) as unknown as Corners;
}

/** Random resized crop (Szegedy et al. 2015): sides as fractions of the whole, centre relative to the middle. */
function randomPart({ cropAway, aspect, squeeze }: Augmentation, random: Random) {
  if (cropAway === 0 && squeeze === 0) return { width: 1, height: 1, centreX: 0, centreY: 0 };
  const area = 1 - cropAway * random.next();
  const ratio = Math.exp(random.between(-1, 1) * Math.log(1 + aspect));
  const [across, down] = squeeze === 0 ? [1, 1] : randomSqueeze(squeeze, random);
  const width = Math.min(1, Math.sqrt(area * ratio)) * across;
  const height = Math.min(1, Math.sqrt(area / ratio)) * down;
  return {
    ...{ width, height },
    centreX: random.between(-0.5, 0.5) * (1 - width),
    centreY: random.between(-0.5, 0.5) * (1 - height),
  };
}

/** Packages are higher than wide far more often: they were stretched sideways, and are squeezed so. */
function randomSqueeze(limit: number, random: Random): [across: number, down: number] {
  const factor = 1 / (1 - limit * random.next());
  return random.next() < 0.7 ? [factor, 1] : [1, factor];
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
