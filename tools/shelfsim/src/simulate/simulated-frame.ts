import type { ScriptedFault } from '../scenario/scenario.js';
import type { SlotCondition } from '../world/slot-shelf.js';

/** What the feed did to a picture on its way. */
export type Disturbance = 'duplicate' | 'corrupt' | 'late' | 'future';

export interface TrueFacing {
  slotId: string;
  facing: number;
  /** A GTIN, `empty` or `occluded`; null where the facing is hidden in part. */
  label: string | null;
}

/** What a picture should be understood as. */
export interface FrameTruth {
  slots: readonly (SlotCondition & { slotId: string })[];
  facings: readonly TrueFacing[];
  /** Faults of the camera at the time. */
  faults: readonly ScriptedFault['kind'][];
  disturbance?: Disturbance;
}

/** One picture as a camera sends it. */
export interface SimulatedFrame {
  cameraId: string;
  capturedAt: Date;
  /** Counts up by one for each picture of a camera. */
  sequence: number;
  jpeg: Buffer;
  truth: FrameTruth;
}
