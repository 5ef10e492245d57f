import { ProblemException } from '@shelfwatch/platform';
import { z } from 'zod';

const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** A picture as it came over HTTP. */
export interface FrameUpload {
  cameraId: string;
  bytes: Buffer;
  type: (typeof PICTURE_TYPES)[number];
  /** Time of arrival when the sender does not say: some cameras cannot set headers. */
  capturedAt: Date;
  sequence: number | undefined;
}

const cameraIdText = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const momentText = z.iso.datetime({ offset: true });
const sequenceText = z.string().regex(/^\d{1,15}$/);

/** @throws {ProblemException} that says what is wrong with the request */
export function parseFrameUpload(
  cameraId: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: unknown,
  now: Date,
): FrameUpload {
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]!
    .trim();
  if (!isPictureType(type)) {
    const detail = `Content-Type "${type}": send the picture itself as ${PICTURE_TYPES.join(', ')}.`;
    throw new ProblemException(415, 'FRAME_TYPE_UNSUPPORTED', detail);
  }
  if (!cameraIdText.safeParse(cameraId).success) {
    throw new ProblemException(400, 'CAMERA_ID_INVALID', 'A camera id has 1 to 64 letters, digits, ".", "_" or "-".');
  }
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new ProblemException(400, 'FRAME_EMPTY', 'The request has no body; send the bytes of a picture.');
  }
  return {
    cameraId,
    bytes: body,
    type,
    capturedAt: captureTime(headers['x-captured-at'], now),
    sequence: sequenceOf(headers['x-sequence']),
  };
}

const isPictureType = (text: string): text is FrameUpload['type'] => PICTURE_TYPES.some((type) => type === text);

function captureTime(header: string | string[] | undefined, now: Date): Date {
  if (header === undefined) return now;
  const text = momentText.safeParse(header);
  if (text.success) return new Date(text.data);
  const detail = `X-Captured-At "${String(header)}": expected an ISO 8601 time with offset, for instance ${now.toISOString()}.`;
  throw new ProblemException(400, 'CAPTURE_TIME_INVALID', detail);
}

function sequenceOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  const text = sequenceText.safeParse(header);
  if (text.success) return Number(text.data);
  throw new ProblemException(
    400,
    'SEQUENCE_INVALID',
    `X-Sequence "${String(header)}": expected a whole number from 0.`,
  );
}
