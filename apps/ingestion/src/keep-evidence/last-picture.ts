import type { PictureId, PictureStore, PictureType } from '@shelfwatch/pictures';
import type { CameraSession } from '../camera-session/camera-session.js';

/** Shown pictures that are kept: the last one, and the one before it, which a browser may be loading. */
const KEPT = 2;

/**
 * Stores a camera's last picture, at most every `everyMs` of wall time: people look at it, machines do not.
 *
 * @returns `undefined` when it is not yet time
 */
export async function keepLastPicture(
  store: PictureStore,
  session: CameraSession,
  picture: { bytes: Buffer; type: PictureType; sha256: string },
  everyMs: number,
  nowMs: number,
): Promise<PictureId | undefined> {
  if (nowMs - session.pictureStoredAtMs < everyMs) return undefined;
  const id = await store.put(picture.bytes, picture.type, picture.sha256);
  session.pictureStoredAtMs = nowMs;
  return id;
}

/** Deletes what the new last picture has replaced, once the database says so. Failing is harmless: the sweep follows. */
export async function dropReplacedPictures(
  store: PictureStore,
  session: CameraSession,
  shown: PictureId,
): Promise<void> {
  const pictures = [shown, ...session.shownPictures.filter((id) => id !== shown)];
  session.shownPictures = pictures.slice(0, KEPT);
  for (const id of pictures.slice(KEPT)) {
    if (id !== session.referencePictureId) await store.delete(id as PictureId).catch(() => undefined);
  }
}
