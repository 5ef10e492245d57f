import type { Thumbnail } from '../decode-frame/thumbnail.js';

// Bound once: it is called for every byte.
const { abs } = Math;

/**
 * Mean absolute difference of two pictures in grey levels, 0..255. A living camera's own noise keeps it above zero even
 * when nothing moves.
 *
 * @returns `undefined` for pictures of different size
 */
export function differenceBetween(before: Thumbnail, now: Thumbnail): number | undefined {
  if (before.width !== now.width || before.height !== now.height) return undefined;
  let total = 0;
  for (let i = 0; i < now.rgb.length; i++) total += abs(now.rgb[i]! - before.rgb[i]!);
  return total / now.rgb.length;
}
