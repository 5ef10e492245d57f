/** Pictures whose difference hashes differ in at most this many of 64 bits look the same. */
export const NEAR_BITS = 3;

interface Hash {
  high: number;
  low: number;
}

/** Finds pictures that nearly repeat one that was seen before. */
export class NearDuplicates<T> {
  private readonly seen: (Hash & { item: T })[] = [];

  /** @returns the most alike of those before it, when one is near enough; the picture itself is remembered in any case */
  add(perceptualHash: string, item: T): { like: T; distance: number } | undefined {
    const hash = parse(perceptualHash);
    let best: { like: T; distance: number } | undefined;
    for (const other of this.seen) {
      const distance = countBits(hash.high ^ other.high) + countBits(hash.low ^ other.low);
      if (distance <= NEAR_BITS && (best === undefined || distance < best.distance))
        best = { like: other.item, distance };
    }
    this.seen.push({ ...hash, item });
    return best;
  }
}

const parse = (hexadecimal: string): Hash => ({
  high: parseInt(hexadecimal.slice(0, 8), 16) | 0,
  low: parseInt(hexadecimal.slice(8), 16) | 0,
});

/** Set bits of a 32-bit number, by halves (Warren, Hacker's Delight). */
function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
