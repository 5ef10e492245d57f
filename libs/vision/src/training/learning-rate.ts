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
