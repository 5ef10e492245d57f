import type { Appearance } from '../compare-slots/appearance.js';
import type { ClassifiedFacing } from '../compare-slots/choose-facings.js';

const keyOf = ({ slotId, facing }: { slotId: string; facing: number }): string => `${facing}/${slotId}`;

/**
 * How each facing in a camera's view looked when it was last classified. Lives in memory only: after a restart every
 * facing is classified once, which is also the safest thing to do then.
 */
export class FacingMemory {
  private readonly facings = new Map<string, ClassifiedFacing>();

  of(facing: { slotId: string; facing: number }): ClassifiedFacing | undefined {
    return this.facings.get(keyOf(facing));
  }

  remember(facing: { slotId: string; facing: number }, appearance: Appearance, classifiedAtMs: number): void {
    this.facings.set(keyOf(facing), { appearance, classifiedAtMs });
  }
}
