import type { SlotStatus } from '../shelf/slot-state.js';

/** A time during which a slot had one status. Times in milliseconds since 1970; `to` is not part of it. */
export interface SlotInterval {
  slotId: string;
  /** `unknown`: nobody could see the slot. */
  status: SlotStatus;
  from: number;
  to: number;
}

/** A time span, for instance of opening hours. Times in milliseconds since 1970; `to` is not part of it. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** Statuses in which a customer finds the product. */
export const isAvailable = (status: SlotStatus): boolean => status === 'stocked' || status === 'low';

export const isObserved = (status: SlotStatus): boolean => status !== 'unknown';

const HOUR_MS = 3_600_000;

export const hoursOf = (spans: readonly TimeSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) / HOUR_MS;

/**
 * The parts of the intervals that lie in the spans, in order of interval and span.
 *
 * @param spans must not overlap each other
 */
export function clipTo<T extends TimeSpan>(intervals: readonly T[], spans: readonly TimeSpan[]): T[] {
  return intervals.flatMap((interval) =>
    spans
      .map((span) => ({ ...interval, from: Math.max(interval.from, span.from), to: Math.min(interval.to, span.to) }))
      .filter(({ from, to }) => to > from),
  );
}
