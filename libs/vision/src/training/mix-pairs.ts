import type { Random } from './random.js';

/** Mixing pictures in pairs; chances and areas 0..1. Both off by default: they help with few, photograph-like pictures. */
export interface Mixing {
  /** Chance that a batch is mixed by adding pictures up (mixup, Zhang et al. 2018). */
  mixupChance: number;
  /** Both parameters of the beta distribution that the share is drawn from: small ones mix little. */
  mixupBeta: number;
  /** Chance that rectangles are swapped instead (CutMix, Yun et al. 2019). */
  cutmixChance: number;
}

export const noMixing: Mixing = { mixupChance: 0, mixupBeta: 0.4, cutmixChance: 0 };

export interface Mixed {
  /** Place of each picture's partner in the batch. */
  partner: readonly number[];
  /** How much of each picture is its own. */
  share: number;
}

/**
 * Mixes the pictures of a batch in place, the first with the last and so on.
 *
 * @param values `count` pictures of `size * size * 3` values
 * @returns undefined when the batch was left as it is
 */
export function mixPairs(
  values: Float32Array,
  count: number,
  size: number,
  settings: Mixing,
  random: Random,
): Mixed | undefined {
  const chance = random.next();
  if (count < 2 || chance >= settings.mixupChance + settings.cutmixChance) return undefined;
  const partner = Array.from({ length: count }, (_, place) => count - 1 - place);
  if (chance < settings.mixupChance) {
    const drawn = beta(settings.mixupBeta, random);
    const share = Math.max(drawn, 1 - drawn);
    forPairs(values, count, size, (a, b) => addUp(a, b, share));
    return { partner, share };
  }
  const rectangle = drawRectangle(size, random);
  forPairs(values, count, size, (a, b) => swap(a, b, size, rectangle));
  return { partner, share: 1 - (rectangle.width * rectangle.height) / size ** 2 };
}

function forPairs(
  values: Float32Array,
  count: number,
  size: number,
  mix: (a: Float32Array, b: Float32Array) => void,
): void {
  const length = size * size * 3;
  const picture = (place: number) => values.subarray(place * length, (place + 1) * length);
  for (let place = 0; place < Math.floor(count / 2); place += 1) mix(picture(place), picture(count - 1 - place));
}

function addUp(a: Float32Array, b: Float32Array, share: number): void {
  for (let index = 0; index < a.length; index += 1) {
    const [own, other] = [a[index]!, b[index]!];
    a[index] = own * share + other * (1 - share);
    b[index] = other * share + own * (1 - share);
  }
}

interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** At most half of the picture, so that each keeps more of itself than it gets. */
function drawRectangle(size: number, random: Random): Rectangle {
  const area = random.between(0.05, 0.5) * size * size;
  const width = Math.min(size, Math.max(1, Math.round(Math.sqrt(area * random.between(0.6, 1.6)))));
  const height = Math.min(size, Math.max(1, Math.round(area / width)));
  return { width, height, left: random.below(size - width + 1), top: random.below(size - height + 1) };
}

function swap(a: Float32Array, b: Float32Array, size: number, { left, top, width, height }: Rectangle): void {
  for (let row = top; row < top + height; row += 1) {
    const from = (row * size + left) * 3;
    const kept = a.slice(from, from + width * 3);
    a.set(b.subarray(from, from + width * 3), from);
    b.set(kept, from);
  }
}

/** Beta(a, a) for a below 1 by Jöhnk's method; uniform for 1 and more. */
function beta(parameter: number, random: Random): number {
  if (parameter >= 1) return random.next();
  for (;;) {
    const [x, y] = [random.next() ** (1 / parameter), random.next() ** (1 / parameter)];
    if (x + y > 0 && x + y <= 1) return x / (x + y);
  }
}
