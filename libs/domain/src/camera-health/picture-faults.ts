import type { CameraFault } from './camera-health.js';
import type { HealthMeasurement } from './health-measurement.js';
import type { HealthSettings } from './health-settings.js';
import { relativeSharpness, type UsualPicture } from './usual-picture.js';

/** How often, and since when, the same picture has come. */
export interface Repetition {
  count: number;
  /** Capture time of the first of them, milliseconds since 1970. */
  since: number;
}

/**
 * What is wrong with one picture, looked at by itself. The first fault explains the others away: in the dark nothing
 * is sharp, and a covered lens has not moved.
 */
export function pictureFaults(
  picture: HealthMeasurement,
  usual: UsualPicture,
  repetition: Repetition | null,
  settings: HealthSettings,
): CameraFault[] {
  if (hasOtherSize(picture)) return ['resolution'];
  const known = usual.frames >= settings.learnFrames ? usual : null;
  const seen = lookFault(picture, known, settings);
  const isFrozen =
    repetition !== null &&
    repetition.count >= settings.frozenRepeats &&
    picture.capturedAt.getTime() - repetition.since >= settings.frozenAfterMs;
  return [...(seen === null ? [] : [seen]), ...(isFrozen ? (['frozen'] as const) : [])];
}

function lookFault(
  picture: HealthMeasurement,
  usual: UsualPicture | null,
  settings: HealthSettings,
): CameraFault | null {
  if (isDark(picture, usual, settings)) return 'dark';
  if (picture.brightShare - (usual?.brightShare ?? 0) > settings.glareShare) return 'glare';
  const fewEdges = Math.max(settings.coveredEdges, (usual?.edgeShare ?? 0) * settings.coveredEdgesOfUsual);
  if (picture.edgeShare < fewEdges) return isBlur(picture, usual) ? 'blurred' : 'covered';
  if (usual && relativeSharpness(picture) < usual.relativeSharpness * settings.blurredSharpnessOfUsual)
    return 'blurred';
  return isMoved(picture, settings) ? 'moved' : null;
}

function isDark({ meanLuma }: HealthMeasurement, usual: UsualPicture | null, settings: HealthSettings): boolean {
  return meanLuma < settings.darkLuma || (usual !== null && meanLuma < usual.meanLuma * settings.darkShareOfUsual);
}

/** Both lose their edges; a blurred shelf keeps its brightness and contrast, a covered lens does not. */
function isBlur({ meanLuma, contrast }: HealthMeasurement, usual: UsualPicture | null): boolean {
  return usual !== null && contrast > 25 && Math.abs(meanLuma - usual.meanLuma) < 0.15 * usual.meanLuma;
}

function isMoved({ shift }: HealthMeasurement, settings: HealthSettings): boolean {
  if (shift === null) return false;
  const isFar = Math.abs(shift.dx) > settings.movedBy || Math.abs(shift.dy) > settings.movedBy;
  const isClear =
    shift.strength >= settings.movedStrength && shift.strength > shift.strengthAtRest * settings.movedMargin;
  return isFar && isClear;
}

const hasOtherSize = ({ width, height, calibratedWidth, calibratedHeight }: HealthMeasurement): boolean =>
  (calibratedWidth !== null && width !== calibratedWidth) || (calibratedHeight !== null && height !== calibratedHeight);
