import type { StockEventKind } from '../stock-event/stock-event.js';

/** A stretch of time during which something was wrong with a slot; `to` null while it still is. */
export interface ComparedEvent {
  slotId: string;
  kind: StockEventKind;
  from: Date;
  to: Date | null;
}

export interface EventComparison<A, B> {
  /** Pairs of the same slot and kind whose times overlap; each event is in one pair at most. */
  both: readonly { a: A; b: B }[];
  onlyA: readonly A[];
  onlyB: readonly B[];
}

/** Pairs events of two runs over the same time: earliest first, each with the earliest that overlaps it. */
export function compareEvents<A extends ComparedEvent, B extends ComparedEvent>(
  as: readonly A[],
  bs: readonly B[],
): EventComparison<A, B> {
  const left = [...bs].sort(byTime);
  const both: { a: A; b: B }[] = [];
  const onlyA: A[] = [];
  for (const a of [...as].sort(byTime)) {
    const place = left.findIndex((b) => b.slotId === a.slotId && b.kind === a.kind && overlap(a, b));
    if (place < 0) onlyA.push(a);
    else both.push({ a, b: left.splice(place, 1)[0]! });
  }
  return { both, onlyA, onlyB: left };
}

const overlap = (a: ComparedEvent, b: ComparedEvent): boolean =>
  a.from.getTime() <= (b.to?.getTime() ?? Infinity) && b.from.getTime() <= (a.to?.getTime() ?? Infinity);

const byTime = (a: ComparedEvent, b: ComparedEvent): number =>
  a.from.getTime() - b.from.getTime() || (a.slotId < b.slotId ? -1 : a.slotId > b.slotId ? 1 : 0);
