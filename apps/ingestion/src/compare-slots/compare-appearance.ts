import type { Appearance } from './appearance.js';

export interface AppearanceChange {
  /** How much brighter the facing is than before, as a factor. */
  gain: number;
  /** What is left when that factor is taken out, relative to the facing's own contrast; 0 = the same picture. */
  residual: number;
}

/** Grey levels that noise and JPEG may account for; keeps plain facings from being all noise. */
const NOISE_FLOOR = 12;

/**
 * Compares two looks of one facing. The best common factor is fitted first: lamps, clouds and exposure change a whole
 * facing by one factor, another product does not.
 */
export function compareAppearance(before: Appearance, now: Appearance): AppearanceChange {
  let crossed = 0;
  let squared = 0;
  for (let i = 0; i < before.length; i++) {
    crossed += before[i]! * now[i]!;
    squared += before[i]! * before[i]!;
  }
  const gain = squared === 0 ? 1 : crossed / squared;
  let left = 0;
  for (let i = 0; i < before.length; i++) left += (now[i]! - gain * before[i]!) ** 2;
  const residual = Math.sqrt(left / before.length);
  return { gain, residual: residual / (gain * contrastOf(before) + NOISE_FLOOR) };
}

/** Standard deviation over cells and channels. */
function contrastOf(appearance: Appearance): number {
  let sum = 0;
  let squared = 0;
  for (const value of appearance) {
    sum += value;
    squared += value * value;
  }
  const mean = sum / appearance.length;
  return Math.sqrt(Math.max(0, squared / appearance.length - mean * mean));
}
