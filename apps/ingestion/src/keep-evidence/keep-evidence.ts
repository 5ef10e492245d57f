import type { FacingRegion } from '@shelfwatch/domain';
import type { PictureStore } from '@shelfwatch/pictures';
import type { PlannedEvent } from '../apply-rules/plan-events.js';
import type { SlotInView } from '../camera-session/camera-session.js';
import { cropEvidence } from './crop-evidence.js';

/** Shows the slot as it was when the event opened, or became about another product. */
const needsEvidence = ({ change, decision }: PlannedEvent): boolean =>
  change === 'opened' || (change === 'updated' && decision !== undefined);

/** Cuts and stores the evidence of each event that opens; the others keep theirs. @throws {PictureStoreError} */
export async function keepEvidence(
  store: PictureStore,
  frame: { bytes: Buffer; width: number; height: number },
  slots: ReadonlyMap<string, SlotInView>,
  events: readonly PlannedEvent[],
): Promise<PlannedEvent[]> {
  const kept: PlannedEvent[] = [];
  for (const planned of events) {
    const regions: readonly FacingRegion[] = slots.get(planned.slot.slotId)?.regions ?? [];
    if (!needsEvidence(planned) || regions.length === 0) {
      kept.push(planned);
      continue;
    }
    const crop = await cropEvidence(
      frame.bytes,
      regions.map(({ quad }) => quad),
      frame,
    );
    const evidencePictureId = await store.put(crop, 'image/jpeg');
    kept.push({ ...planned, event: { ...planned.event, evidencePictureId } });
  }
  return kept;
}
