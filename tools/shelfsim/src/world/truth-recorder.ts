import type { Remedy, StockEventKind } from '@shelfwatch/domain';
import type { SlotCondition } from './slot-shelf.js';
import type { SlotInterval, TrueEvent } from './truth.js';

/** Where a slot is and who sees it. */
export interface RecordedSlot {
  slotId: string;
  cameraId: string;
  gtin: string;
}

interface Interval {
  slot: RecordedSlot;
  condition: SlotCondition;
  decision: Remedy | undefined;
  from: number;
  to?: number;
}

const KIND_OF: Readonly<Record<SlotCondition['status'], StockEventKind | undefined>> = {
  stocked: undefined,
  empty: 'out-of-stock',
  low: 'low-stock',
  misplaced: 'misplaced',
};

/** Turns changes of condition into intervals and events. */
export class TruthRecorder {
  readonly #slots: ReadonlyMap<string, RecordedSlot>;
  readonly #intervals: Interval[] = [];
  readonly #open = new Map<string, Interval>();

  constructor(slots: readonly RecordedSlot[]) {
    this.#slots = new Map(slots.map((slot) => [slot.slotId, slot]));
  }

  /** @param decision what should be done if this begins an event */
  record(slotId: string, condition: SlotCondition, second: number, decision: Remedy | undefined): void {
    const slot = this.#slots.get(slotId);
    if (slot === undefined) throw new RangeError(`No slot ${slotId}`);
    const before = this.#open.get(slotId);
    if (before?.condition.status === condition.status) return;
    if (before !== undefined) before.to = second;
    const interval = { slot, condition, decision, from: second };
    this.#intervals.push(interval);
    this.#open.set(slotId, interval);
  }

  /** @param timeOf turns simulated seconds into capture time */
  intervals(timeOf: (second: number) => Date): SlotInterval[] {
    return this.#intervals.map(({ slot, condition, from, to }) => ({
      slotId: slot.slotId,
      status: condition.status,
      from: timeOf(from).toISOString(),
      to: to === undefined ? null : timeOf(to).toISOString(),
    }));
  }

  events(timeOf: (second: number) => Date): TrueEvent[] {
    return this.#intervals.flatMap(({ slot, condition, decision, from, to }) => {
      const kind = KIND_OF[condition.status];
      if (kind === undefined) return [];
      return [
        {
          kind,
          ...slot,
          foreignGtin: condition.foreignGtin ?? null,
          from: timeOf(from).toISOString(),
          to: to === undefined ? null : timeOf(to).toISOString(),
          decision: decision ?? null,
        },
      ];
    });
  }
}
