import { parsePictureId, type PictureStore } from '@shelfwatch/pictures';
import type { CameraSession } from '../camera-session/camera-session.js';
import { decodeFrame, type DecodeLimits } from '../decode-frame/decode-frame.js';
import { toLuma } from '../decode-frame/thumbnail.js';
import { toReference } from './registration.js';

/** Prepares the calibration's reference picture once for each session. A lost one is replaced by the next good frame. */
export async function loadReference(store: PictureStore, session: CameraSession, limits: DecodeLimits): Promise<void> {
  if (session.reference !== undefined || session.referencePictureId === undefined) return;
  const id = parsePictureId(session.referencePictureId);
  const picture = id === undefined ? undefined : await store.get(id);
  if (picture === undefined) return;
  const { thumbnail } = await decodeFrame(picture.bytes, limits);
  session.reference = toReference(toLuma(thumbnail));
}
