/**
 * Factor of the learning rate: rises from 0 to 1 over the first steps, then falls along half a cosine to `floor`.
 *
 * @param step from 0
 */
export function warmUpThenCosine(step: number, totalSteps: number, warmUpSteps: number, floor = 0.02): number {
  if (step < warmUpSteps) return (step + 1) / warmUpSteps;
  const done = (step - warmUpSteps) / Math.max(1, totalSteps - warmUpSteps);
  return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
}

/**
 * Factor of the learning rate that falls to 0.3 of itself whenever a figure has not risen for `patience` epochs.
 *
 * @param figures of the epochs so far, higher is better
 */
export function plateauFactor(figures: readonly number[], patience = 2): number {
  let factor = 1;
  let best = -Infinity;
  let waited = 0;
  for (const figure of figures) {
    waited = figure > best ? 0 : waited + 1;
    best = Math.max(best, figure);
    if (waited < patience) continue;
    factor *= 0.3;
    waited = 0;
  }
  return factor;
}
