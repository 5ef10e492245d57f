import type { CropItem } from '../dataset/crop-data-set.js';
import { createRandom, shuffled } from './random.js';

/** A class with fewer pictures than this share of the largest one is shown more often. */
const raiseBelow = 1 / 4;

/**
 * The order in which one epoch shows the items. Rare classes are repeated up to a quarter of the most frequent one, so that they count
 * without being learnt by heart.
 */
export function epochOrder(items: readonly CropItem[], indexes: readonly number[], ...seed: number[]): number[] {
  const random = createRandom(...seed);
  const byLabel = new Map<number, number[]>();
  for (const index of indexes) {
    const { label } = items[index]!;
    const members = byLabel.get(label);
    if (members) members.push(index);
    else byLabel.set(label, [index]);
  }
  const wanted = Math.ceil(Math.max(0, ...[...byLabel.values()].map(({ length }) => length)) * raiseBelow);
  const repeated = [...byLabel.values()].flatMap((members) =>
    Array.from({ length: Math.max(0, wanted - members.length) }, () => members[random.below(members.length)]!),
  );
  return shuffled([...indexes, ...repeated], random);
}
