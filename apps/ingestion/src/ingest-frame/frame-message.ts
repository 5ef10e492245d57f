import { frameCapturedHeaders } from '@shelfwatch/contracts';
import { FrameRefusedError } from '../decode-frame/frame-refused.error.js';

/** A message of the stream, as far as frames need it. */
export interface FrameMessage {
  key: string | null;
  headers: Readonly<Record<string, string>>;
  value: Buffer | null;
}

/** A picture with what its sender says about it. */
export interface CapturedFrame {
  cameraId: string;
  capturedAt: Date;
  /** Counts a camera's pictures, where the sender counts them. */
  sequence: number | null;
  bytes: Buffer;
}

/** @throws {FrameRefusedError} that names every header that is wrong */
export function parseFrameMessage({ key, headers, value }: FrameMessage): CapturedFrame {
  const parsed = frameCapturedHeaders.safeParse(headers);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new FrameRefusedError('FRAME_HEADERS_INVALID', problems.join('; '));
  }
  if (key === null || key === '') {
    throw new FrameRefusedError('FRAME_HEADERS_INVALID', 'The message has no key; it must be the camera id.');
  }
  const { ce_time: time, ce_sequence: sequence } = parsed.data;
  return {
    cameraId: key,
    capturedAt: new Date(time),
    sequence: sequence === undefined ? null : Number(sequence),
    bytes: value ?? Buffer.alloc(0),
  };
}
