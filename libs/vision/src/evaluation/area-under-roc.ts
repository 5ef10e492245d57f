/**
 * Area under the ROC curve: how often a positive scores higher than a negative, ties counting half (Mann–Whitney).
 *
 * @returns 0..1; NaN when one side is empty
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]!.score === all[start]!.score) end += 1;
    // Ranks count from 1; equals share their mean.
    const rank = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) if (all[index]!.isPositive) rankSum += rank;
    start = end;
  }
  const [p, n] = [positives.length, negatives.length];
  return (rankSum - (p * (p + 1)) / 2) / (p * n);
}
