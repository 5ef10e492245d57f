import type { Cause, SlotInterval, StockEventKind, StockEventStatus } from '@shelfwatch/domain';

/** A slot with what figures are grouped by. */
export interface KpiSlot {
  slotId: string;
  store: string;
  category: string;
  aisle: string;
  supplier: string;
  timeZone: string;
}

/** A stock event as far as figures need it. Milliseconds since 1970. */
export interface KpiEvent {
  slotId: string;
  kind: StockEventKind;
  status: StockEventStatus;
  since: number;
  openedAt: number;
  closedAt: number | null;
  /** When somebody answered. */
  acknowledgedAt: number | null;
  cause: Cause;
  /** Book stock in the store when it was decided on; null = not known. */
  bookStock: number | null;
  backroomFound: boolean | null;
  /** Expected loss for each hour of the whole day; null when the sales rate is not known. */
  lostCentsPerHour: number | null;
}

/** Everything that happened in a period, as figures need it. */
export interface KpiFacts {
  from: number;
  to: number;
  slots: readonly KpiSlot[];
  /** Covering the period for every slot. */
  intervals: readonly SlotInterval[];
  /** That overlap the period. */
  events: readonly KpiEvent[];
}
