/** What a random number is for. Part of its key, so that no two uses share one. */
export const PURPOSES = [
  'range',
  'demand',
  'facing',
  'scan',
  'theft',
  'supply',
  'receipt',
  'put-away',
  'notice',
  'search',
  'count',
  'vision',
  'response',
  'outage',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const CODE_OF = new Map<Purpose, number>(PURPOSES.map((purpose, index) => [purpose, index + 1]));

/**
 * Random numbers by key instead of by turn: the same seed, purpose and keys give the same number, however often and in
 * whatever order they are asked for. So both arms live through the same world (common random numbers; Law, Simulation
 * Modeling and Analysis, chapter 11), although they ask different questions of it.
 */
export class Chance {
  constructor(private readonly seed: number) {}

  /** In [0, 1). @param keys whole numbers, for instance product and day */
  uniform(purpose: Purpose, ...keys: readonly number[]): number {
    let hash = mix(this.seed, CODE_OF.get(purpose)!);
    for (const key of keys) hash = mix(hash, key);
    return finish(hash) / 4_294_967_296;
  }

  /** A stream of numbers in [0, 1) that begins anew with each call. */
  stream(purpose: Purpose, ...keys: readonly number[]): () => number {
    let turn = 0;
    return () => this.uniform(purpose, ...keys, (turn += 1));
  }
}

/** MurmurHash3's steps (A. Appleby, public domain). */
function mix(hash: number, key: number): number {
  let block = Math.imul(key | 0, 0xcc9e2d51);
  block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
  const turned = hash ^ block;
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Exponential with the given mean. @param u in [0, 1) */
export const exponential = (u: number, mean: number): number => -Math.log(1 - u) * mean;

/** Standard normal (Box & Muller 1958). */
export const normal = (u: number, v: number): number => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);

/** Poisson (Knuth, by products of uniforms); for means up to some hundreds. */
export function poisson(next: () => number, mean: number): number {
  let count = 0;
  let rest = mean;
  // Parts of at most 30, since e^-mean must not vanish.
  while (rest > 0) {
    const part = Math.min(30, rest);
    const limit = Math.exp(-part);
    for (let product = next(); product > limit; product *= next()) count += 1;
    rest -= part;
  }
  return count;
}
