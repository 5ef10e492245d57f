import type { HealthMeasurement } from '@shelfwatch/domain';
import type { CameraSession } from '../camera-session/camera-session.js';
import type { LumaImage, Thumbnail } from '../decode-frame/thumbnail.js';
import { differenceBetween } from './difference.js';
import { measurePicture } from './measure-picture.js';
import { registerAgainst } from './registration.js';

export interface FrameToMeasure {
  capturedAt: Date;
  sha256: string;
  thumbnail: Thumbnail;
  luma: LumaImage;
  /** Share of the facings that look different from when they were classified, 0..1. */
  changedShare: number;
}

/** Grey levels; a sensor's noise alone makes more between two pictures. */
const SAME_PICTURE_DIFFERENCE = 0.05;
/** When fewer facings changed, the camera has not moved: registration costs more than everything else here. */
const REGISTER_ABOVE_CHANGED_SHARE = 0.3;

/** Measures what the health gate judges. */
export function measureFrame(
  { capturedAt, sha256, thumbnail, luma, changedShare }: FrameToMeasure,
  { view, previous, reference, healthState }: CameraSession,
): HealthMeasurement {
  const difference = previous && differenceBetween(previous.thumbnail, thumbnail);
  const mayHaveMoved = changedShare > REGISTER_ABOVE_CHANGED_SHARE || healthState.faults.moved !== undefined;
  return {
    ...measurePicture(luma),
    capturedAt,
    width: thumbnail.sourceWidth,
    height: thumbnail.sourceHeight,
    calibratedWidth: view?.width ?? null,
    calibratedHeight: view?.height ?? null,
    sameAsPrevious: previous?.sha256 === sha256 || (difference ?? Infinity) < SAME_PICTURE_DIFFERENCE,
    shift: reference !== undefined && mayHaveMoved ? registerAgainst(reference, luma) : null,
  };
}
