/**
 * Sizes in which batches are computed. Runtimes prepare for each new size (seconds on a GPU) and some leak, so only
 * these few ever occur, and all of them are warmed up.
 */
export const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;

/** Part of a batch: `count` real crops, computed as `size`, of which the rest are blank. */
export interface BatchPart {
  count: number;
  size: number;
}

/** Above this share of blanks, two smaller batches are cheaper than one that is filled up. */
const LARGEST_BLANK_SHARE = 0.25;

/**
 * Splits `count` crops into parts of the known sizes.
 *
 * @param largest no part is larger; one of {@link batchSizes}
 * @param blankShare most blanks in a part, as a share of it; 0 where a blank costs as much as a crop
 */
export function planBatches(count: number, largest: number, blankShare = LARGEST_BLANK_SHARE): BatchPart[] {
  const sizes = batchSizes.filter((size) => size <= largest);
  const parts: BatchPart[] = [];
  for (let left = count; left > 0;) {
    const above = sizes.find((size) => size >= left);
    const fits = above !== undefined && (above - left) / above <= blankShare;
    const size = fits ? above : sizes.findLast((candidate) => candidate <= left)!;
    const part = { count: Math.min(left, size), size };
    parts.push(part);
    left -= part.count;
  }
  return parts;
}
