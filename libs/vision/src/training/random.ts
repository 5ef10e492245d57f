/** Reproducible chance; the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  between(low: number, high: number): number;
  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

/** Mulberry32 over a mix of the given numbers, so that (seed, epoch, step) each have a stream of their own. */
export function createRandom(...seed: number[]): Random {
  let state = seed.reduce((mixed, part) => mix(mixed ^ mix(part + 0x9e3779b9)), 0x51ed270b);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    return (mix(state) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    below: (end) => Math.floor(next() * end),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Fisher–Yates on a copy. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values];
  for (let end = result.length - 1; end > 0; end -= 1) {
    const other = random.below(end + 1);
    [result[end], result[other]] = [result[other]!, result[end]!];
  }
  return result;
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 1 | value);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return mixed ^ (mixed >>> 14);
}
