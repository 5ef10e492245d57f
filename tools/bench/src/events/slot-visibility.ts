import type { SimulatedFrame } from '@shelfwatch/shelfsim';

/** Remembers when each slot could be seen clearly: no fault of the camera, nothing in front of any facing, and the picture arrived as it was. */
export class SlotVisibility {
  private readonly clearAt = new Map<string, number[]>();

  look({ capturedAt, truth }: SimulatedFrame): void {
    if (truth.faults.length > 0 || truth.disturbance !== undefined) return;
    const hidden = new Set(
      truth.facings.filter(({ label }) => label === null || label === 'occluded').map(({ slotId }) => slotId),
    );
    for (const { slotId } of truth.slots) {
      if (hidden.has(slotId)) continue;
      const times = this.clearAt.get(slotId) ?? [];
      times.push(capturedAt.getTime());
      this.clearAt.set(slotId, times);
    }
  }

  /** Pictures from `from` to `to` (exclusive) in which the slot could be seen clearly. */
  clearFrames(slotId: string, from: number, to: number): number {
    return (this.clearAt.get(slotId) ?? []).filter((time) => time >= from && time < to).length;
  }
}
