import { closedUntil, type OpeningTime } from './opening-hours.js';

/** A time in which gaps are expected: a reset, a delivery, stocktaking. Without fixture and slot: in the whole store. */
export interface SuppressionWindow {
  startsAt: Date;
  endsAt: Date;
  /** For a manager, for instance "planogram reset". */
  reason: string;
  fixtureId?: string | null;
  slotId?: string | null;
}

/** What makes gaps expected in a store. */
export interface ExpectedGaps {
  windows: readonly SuppressionWindow[];
  /** Outside them gaps are expected; without any the store never closes. */
  openingHours: readonly OpeningTime[];
  timeZone: string;
}

/** Why and until when a gap in this slot is expected; null when it is not. */
export function suppressionAt(
  { windows, openingHours, timeZone }: ExpectedGaps,
  { slotId, fixtureId }: { slotId: string; fixtureId: string },
  at: Date,
): { reason: string; endsAt: Date } | null {
  const window = windows.find(
    (one) =>
      one.startsAt <= at &&
      at < one.endsAt &&
      (one.slotId ?? slotId) === slotId &&
      (one.fixtureId ?? fixtureId) === fixtureId,
  );
  if (window !== undefined) return window;
  const opensAt = closedUntil(openingHours, timeZone, at);
  return opensAt === null ? null : { reason: 'the store is closed', endsAt: opensAt };
}
