import { client, unwrap } from './client';
import type { CalibrationAnswer, CalibrationPoint, CameraCalibration } from './types';

/** One fixture and its four points; the picture's size in pixels. */
export interface CalibrationDraft {
  fixtureId: string;
  points: readonly CalibrationPoint[];
  width: number;
  height: number;
}

export const getCalibration = (cameraId: string, signal: AbortSignal): Promise<CameraCalibration> =>
  unwrap(client.GET('/v1/cameras/{cameraId}/calibration', { params: { path: { cameraId } }, signal }));

/** Where the slots would be. Nothing is stored. */
export const previewCalibration = (
  cameraId: string,
  draft: CalibrationDraft,
  signal: AbortSignal,
): Promise<CalibrationAnswer> => calibrate(cameraId, draft, 'true', signal);

export const saveCalibration = (cameraId: string, draft: CalibrationDraft): Promise<CalibrationAnswer> =>
  calibrate(cameraId, draft, 'false');

function calibrate(
  cameraId: string,
  { fixtureId, points, width, height }: CalibrationDraft,
  dryRun: 'true' | 'false',
  signal: AbortSignal | null = null,
): Promise<CalibrationAnswer> {
  const [topLeft, topRight, bottomRight, bottomLeft] = points;
  const four = [topLeft!, topRight!, bottomRight!, bottomLeft!] as never;
  return unwrap(
    client.POST('/v1/cameras/{cameraId}/calibration', {
      params: { path: { cameraId }, query: { dryRun } },
      body: { width, height, fixtures: [{ fixtureId, points: four }] },
      signal,
    }),
  );
}
