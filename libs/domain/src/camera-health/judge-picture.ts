import { CAMERA_FAULTS, type CameraFault } from './camera-health.js';
import type { HealthMeasurement } from './health-measurement.js';
import type { HealthSettings } from './health-settings.js';
import { pictureFaults, type Repetition } from './picture-faults.js';
import { learnUsual, NOTHING_USUAL, type UsualPicture } from './usual-picture.js';

/** One fault on its way to being opened or closed. */
interface FaultProgress {
  open: boolean;
  /** Pictures in a row that say the opposite of `open`. */
  against: number;
  /** Capture time of the first of them, milliseconds since 1970. */
  againstSince: number | null;
}

/** What the gate remembers of a camera; plain JSON. */
export interface CameraHealthState {
  usual: UsualPicture;
  faults: Partial<Record<CameraFault, FaultProgress>>;
  repetition: Repetition | null;
  /** Capture time of the newest picture judged, milliseconds since 1970. */
  lastCapturedAt: number | null;
}

export const NEW_CAMERA_HEALTH: CameraHealthState = {
  usual: NOTHING_USUAL,
  faults: {},
  repetition: null,
  lastCapturedAt: null,
};

export interface FaultChange {
  fault: CameraFault;
  change: 'opened' | 'closed';
  /** Capture time of the first picture that showed it. */
  since: Date;
}

export interface PictureVerdict {
  state: CameraHealthState;
  changes: FaultChange[];
  /** Every fault that is open now. */
  faults: CameraFault[];
  /**
   * Whether slots may be read from this picture. A first bad picture is not read either, although nothing is opened
   * yet; nor is a repeated one, which is no new evidence.
   */
  observable: boolean;
}

/** Judges one picture. Faults open and close only after several pictures agree. Late pictures are not judged. */
export function judgePicture(
  state: CameraHealthState,
  picture: HealthMeasurement,
  settings: HealthSettings,
): PictureVerdict {
  const at = picture.capturedAt.getTime();
  if (state.lastCapturedAt !== null && at <= state.lastCapturedAt) {
    return { state, changes: [], faults: openFaults(state.faults), observable: false };
  }
  const repetition = repeat(state, picture);
  const seen = pictureFaults(picture, state.usual, repetition, settings);
  const changes: FaultChange[] = [];
  const faults: CameraHealthState['faults'] = {};
  for (const fault of CAMERA_FAULTS) {
    const before = state.faults[fault] ?? { open: false, against: 0, againstSince: null };
    // That the camera is back is shown by any picture at all.
    const step = progress(before, fault !== 'offline' && seen.includes(fault), at, limitFor(fault, settings));
    if (step.open || step.against > 0) faults[fault] = step;
    if (step.open !== before.open) {
      changes.push({ fault, change: step.open ? 'opened' : 'closed', since: new Date(before.againstSince ?? at) });
    }
  }
  const open = openFaults(faults);
  const isHealthy = seen.length === 0 && open.length === 0;
  const usual = isHealthy && !picture.sameAsPrevious ? learnUsual(state.usual, picture) : state.usual;
  const observable = isHealthy && !picture.sameAsPrevious;
  return { state: { usual, faults, repetition, lastCapturedAt: at }, changes, faults: open, observable };
}

/**
 * Opens `offline` for a camera that has been silent for too long.
 *
 * @param expectedIntervalMs usual time between two of its pictures
 */
export function judgeSilence(state: CameraHealthState, now: Date, expectedIntervalMs: number): PictureVerdict {
  const last = state.lastCapturedAt;
  const isOpen = state.faults.offline?.open === true;
  const isSilent = last !== null && now.getTime() - last > 3 * expectedIntervalMs;
  if (isOpen || !isSilent) return { state, changes: [], faults: openFaults(state.faults), observable: false };
  const faults = { ...state.faults, offline: { open: true, against: 0, againstSince: null } };
  const changes: FaultChange[] = [{ fault: 'offline', change: 'opened', since: new Date(last) }];
  return { state: { ...state, faults }, changes, faults: openFaults(faults), observable: false };
}

const openFaults = (faults: CameraHealthState['faults']): CameraFault[] =>
  CAMERA_FAULTS.filter((fault) => faults[fault]?.open === true);

interface Limit {
  open: number;
  close: number;
}

/** Time has spoken for these already; one picture more adds nothing. */
function limitFor(fault: CameraFault, { openAfterFrames, closeAfterFrames }: HealthSettings): Limit {
  if (fault === 'frozen' || fault === 'offline') return { open: 1, close: 1 };
  return { open: openAfterFrames, close: closeAfterFrames };
}

function progress(before: FaultProgress, isSeen: boolean, at: number, limit: Limit): FaultProgress {
  if (isSeen === before.open) return { open: before.open, against: 0, againstSince: null };
  const against = before.against + 1;
  if (against >= (before.open ? limit.close : limit.open))
    return { open: !before.open, against: 0, againstSince: null };
  return { open: before.open, against, againstSince: before.againstSince ?? at };
}

function repeat({ repetition, lastCapturedAt }: CameraHealthState, picture: HealthMeasurement): Repetition | null {
  if (!picture.sameAsPrevious) return null;
  const since = repetition?.since ?? lastCapturedAt ?? picture.capturedAt.getTime();
  return { count: (repetition?.count ?? 0) + 1, since };
}
