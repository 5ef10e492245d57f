import { DEFAULT_HEALTH_SETTINGS, judgePicture, type PictureVerdict } from '@shelfwatch/domain';
import type { CameraSession } from '../camera-session/camera-session.js';
import { appearanceOf } from '../compare-slots/appearance.js';
import { type Chosen, chooseFacings, type GateSettings, type SeenFacing } from '../compare-slots/choose-facings.js';
import { type LumaImage, type Thumbnail, toLuma } from '../decode-frame/thumbnail.js';
import { measureFrame } from '../measure-camera/measure-frame.js';

/** What a frame shows before anything is recognised. */
export interface LookedAtFrame {
  luma: LumaImage;
  /** In the order of the session's regions. */
  facings: readonly SeenFacing[];
  chosen: Chosen;
  health: PictureVerdict;
}

/** Compares the facings with what they looked like and judges the camera. Pure, and all that a quiet frame costs. */
export function lookAtFrame(
  { capturedAt, sha256, thumbnail }: { capturedAt: Date; sha256: string; thumbnail: Thumbnail },
  session: CameraSession,
  gate: GateSettings,
): LookedAtFrame {
  const luma = toLuma(thumbnail);
  const facings = session.regions.map(({ slotId, facing, quad }) => ({
    slotId,
    facing,
    appearance: appearanceOf(thumbnail, quad),
  }));
  const chosen = chooseFacings(
    facings,
    (facing) => session.memory.of(facing),
    (slotId) => session.unsettled.has(slotId),
    capturedAt.getTime(),
    gate,
  );
  const measurement = measureFrame({ capturedAt, sha256, thumbnail, luma, changedShare: chosen.changedShare }, session);
  return { luma, facings, chosen, health: judgePicture(session.healthState, measurement, DEFAULT_HEALTH_SETTINGS) };
}
