import { createRandom, shuffled } from '../training/random.js';
import type { CropItem } from './crop-data-set.js';

/** Indexes of items. */
export interface DataSetSplit {
  train: number[];
  /** For early stopping and for the temperature. */
  validation: number[];
  /** Looked at once, at the end. */
  test: number[];
  /** The same pictures for every model, never trained on. */
  golden?: number[];
  /** Products that are not among the labels. */
  unknown?: number[];
}

/**
 * Splits without leaks: all items of a group go to the same side. Groups are dealt in a random order, each to the side that is
 * furthest below its share, so that sides come out close to the shares even with few groups.
 *
 * @param shares fractions of items, together below 1
 */
export function splitByGroup(
  items: readonly CropItem[],
  shares: { validation: number; test: number },
  seed: number,
): DataSetSplit {
  const groups = new Map<string, number[]>();
  items.forEach(({ group }, index) => groups.set(group, [...(groups.get(group) ?? []), index]));
  const names = shuffled([...groups.keys()].sort(), createRandom(seed));
  const split: DataSetSplit = { train: [], validation: [], test: [] };
  const wanted = { validation: shares.validation * items.length, test: shares.test * items.length };
  for (const name of names) {
    const members = groups.get(name)!;
    const side = (['validation', 'test'] as const).find(
      (candidate) => split[candidate].length + members.length / 2 <= wanted[candidate],
    );
    split[side ?? 'train'].push(...members);
  }
  return split;
}
