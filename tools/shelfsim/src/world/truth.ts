import type { Remedy, SlotStatus, StockEventKind } from '@shelfwatch/domain';
import type { ScriptedFault } from '../scenario/scenario.js';

/** A slot was in one state from one time to another; `to` is null when it still was at the end. ISO times. */
export interface SlotInterval {
  slotId: string;
  status: SlotStatus;
  from: string;
  to: string | null;
}

/** Something was wrong with a slot. One event for each interval that is not `stocked`. */
export interface TrueEvent {
  kind: StockEventKind;
  slotId: string;
  cameraId: string;
  gtin: string;
  /** The product that stood there instead, for `misplaced`. */
  foreignGtin: string | null;
  from: string;
  to: string | null;
  /** What should be done, by the books at the event's begin; null where nothing is needed. */
  decision: Remedy | null;
}

export interface TrueFault {
  cameraId: string;
  kind: ScriptedFault['kind'];
  from: string;
  to: string;
}

/** Stock of one product at the end: items by the books and really there. */
export interface TrueStock {
  gtin: string;
  shelf: number;
  backroomBook: number;
  backroomTrue: number;
  onOrder: number;
  reorderPoint: number;
}

export interface TrueDelivery {
  at: string;
  gtins: readonly string[];
}

/** Everything that really happened in a simulation. */
export interface Truth {
  scenario: string;
  seed: string;
  storeId: string;
  from: string;
  to: string;
  slotIntervals: readonly SlotInterval[];
  events: readonly TrueEvent[];
  cameraFaults: readonly TrueFault[];
  deliveries: readonly TrueDelivery[];
  stock: readonly TrueStock[];
}
