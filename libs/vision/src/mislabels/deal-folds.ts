import { createRandom, shuffled } from '../training/random.js';

/** Of a row whose class has no other. */
export const NEVER_CHECKED = -1;

/**
 * Deals rows to folds for cross-validation. A class's rows of one group go together, so that two pictures of one wrong label cannot vouch for each
 * other; where a class is one group only, its rows are dealt one by one. Every class is spread over as many folds as it can be.
 *
 * @returns the fold of each row, from 0, or {@link NEVER_CHECKED}
 */
export function dealFolds(labels: readonly number[], groups: readonly string[], folds: number, seed: number): number[] {
  const result = new Array<number>(labels.length).fill(NEVER_CHECKED);
  const rowsOf = new Map<number, number[]>();
  labels.forEach((label, row) => {
    const own = rowsOf.get(label);
    if (own === undefined) rowsOf.set(label, [row]);
    else own.push(row);
  });
  for (const [label, rows] of rowsOf) {
    if (rows.length < 2) continue;
    const isOneGroup = new Set(rows.map((row) => groups[row])).size === 1;
    const bundles = new Map<string, number[]>();
    for (const row of rows) {
      const key = isOneGroup ? String(row) : groups[row]!;
      bundles.set(key, [...(bundles.get(key) ?? []), row]);
    }
    // Largest first, each into the emptiest fold.
    const random = createRandom(seed, label);
    const order = shuffled([...bundles.values()], random).sort((a, b) => b.length - a.length);
    const first = random.below(folds);
    const sizes = new Array<number>(folds).fill(0);
    for (const bundle of order) {
      let emptiest = first;
      for (let step = 1; step < folds; step += 1) {
        const fold = (first + step) % folds;
        if (sizes[fold]! < sizes[emptiest]!) emptiest = fold;
      }
      sizes[emptiest]! += bundle.length;
      for (const row of bundle) result[row] = emptiest;
    }
  }
  return result;
}
