/**
 * Where an arrow key leads in a grid.
 *
 * @param place where one is, -1 for nowhere yet
 * @returns undefined for any other key, or when there is nothing
 */
export function nextPlace(key: string, place: number, count: number, columns: number): number | undefined {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return undefined;
  if (place < 0) return 0;
  return Math.min(count - 1, Math.max(0, place + step));
}
