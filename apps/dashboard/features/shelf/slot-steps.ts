import type { ShelfSlot } from '../../monitoring/types';

/** Slots as one reads a shelf: from the top, from the left. */
export const readingOrder = <S extends Pick<ShelfSlot, 'shelf' | 'position'>>(slots: readonly S[]): S[] =>
  [...slots].sort((a, b) => a.shelf - b.shelf || a.position - b.position);

/** The slot that an arrow key leads to; undefined when it leads out of the shelf, or is no arrow key. */
export function stepFrom<S extends Pick<ShelfSlot, 'slotId' | 'shelf' | 'position'>>(
  slots: readonly S[],
  slotId: string,
  key: string,
): S | undefined {
  const from = slots.find((slot) => slot.slotId === slotId);
  if (from === undefined) return undefined;
  const row = (shelf: number): S[] => readingOrder(slots.filter((slot) => slot.shelf === shelf));
  const nearest = (candidates: S[]): S | undefined =>
    candidates.reduce<S | undefined>(
      (best, slot) =>
        best === undefined || Math.abs(slot.position - from.position) < Math.abs(best.position - from.position)
          ? slot
          : best,
      undefined,
    );
  if (key === 'ArrowRight') return row(from.shelf).find(({ position }) => position > from.position);
  if (key === 'ArrowLeft') return row(from.shelf).findLast(({ position }) => position < from.position);
  if (key === 'ArrowDown') return nearest(row(from.shelf + 1));
  if (key === 'ArrowUp') return nearest(row(from.shelf - 1));
  return undefined;
}
