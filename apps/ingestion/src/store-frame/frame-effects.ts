import type { PictureVerdict } from '@shelfwatch/domain';
import type { FrameRow, LabelTaskEntity, SlotObservationRow } from '@shelfwatch/persistence';
import type { PictureId } from '@shelfwatch/pictures';
import type { ShopFacts } from '@shelfwatch/remedies';
import type { FoldedSlotChange } from '../apply-rules/fold-slots.js';
import type { PlannedEvent } from '../apply-rules/plan-events.js';

/** Everything that one frame changes; stored together or not at all. */
export interface FrameEffects {
  frame: FrameRow;
  storeId: string;
  /** Set for a frame that is the camera's newest. */
  newest: { sequence: number | null } | undefined;
  health: PictureVerdict | undefined;
  /** Adopted as what later pictures are compared with. */
  reference: { viewVersion: number; pictureId: PictureId } | undefined;
  modelVersion: string;
  observations: readonly SlotObservationRow[];
  changes: readonly FoldedSlotChange[];
  /** In the camera's view, but the picture shows nothing of them: the camera is at fault. */
  unseenSlotIds: readonly string[];
  events: readonly PlannedEvent[];
  /** What the events were decided on; `undefined` without events. */
  books: ShopFacts | undefined;
  /** Crops that are worth a label. */
  labelTasks: readonly LabelTaskEntity[];
}

export const withoutEffects = (frame: FrameRow, storeId: string): FrameEffects => ({
  frame,
  storeId,
  newest: undefined,
  health: undefined,
  reference: undefined,
  modelVersion: '',
  observations: [],
  changes: [],
  unseenSlotIds: [],
  events: [],
  books: undefined,
  labelTasks: [],
});
