import type { PictureId, PictureType } from './picture-id.js';

export interface Picture {
  bytes: Buffer;
  type: PictureType;
}

/** Which of these pictures something still needs. */
export type FindReferenced = (ids: readonly PictureId[]) => Promise<ReadonlySet<string>>;

export interface SweepResult {
  deleted: number;
  /** Old enough, but still referenced. */
  kept: number;
  freedBytes: number;
}

/**
 * Where pictures live: evidence, last pictures, training crops. Content-addressed, so that storing twice is harmless.
 * A port because one machine uses a folder and a chain of shops an object store.
 */
export abstract class PictureStore {
  /**
   * Stores a picture, whole or not at all.
   * @throws {PictureStoreError}
   */
  abstract put(bytes: Uint8Array, type: PictureType, sha256?: string): Promise<PictureId>;

  /** @returns `undefined` when there is none of that name. */
  abstract get(id: PictureId): Promise<Picture | undefined>;

  /** Deleting what is not there is a success. */
  abstract delete(id: PictureId): Promise<void>;

  /** Deletes what was stored, or last stored again, before `before` and that nothing references. */
  abstract sweep(before: Date, findReferenced: FindReferenced): Promise<SweepResult>;
}
