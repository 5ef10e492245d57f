import type { Quad } from '@shelfwatch/domain';
import { CallThread } from '../threads/call-thread.js';
import { siblingFile } from '../threads/sibling-file.js';
import { ThreadCallError } from '../threads/thread.errors.js';
import { CROP_SIZE } from './crop-region.js';
import type { CropCall } from './crop.thread.js';
import { RegionError } from './picture.errors.js';
import type { RgbPicture } from './rgb-picture.js';

/** Cuts regions out of pictures in threads: 80 regions are 0.1 s of arithmetic, which no event loop should carry. */
export class CropPool {
  private readonly threads: readonly CallThread[];
  private next = 0;

  /** @param onFailure called when a thread ends by itself */
  constructor(size = 1, onFailure?: (reason: Error) => void) {
    const file = siblingFile(import.meta.url, 'crop.thread');
    this.threads = Array.from({ length: size }, () => new CallThread(file, { onFailure }));
  }

  /**
   * @param picture is handed over: its data may be empty afterwards
   * @param size side of each crop: the input size of the model that is to see them
   * @returns one crop of `size * size * 3` bytes for each region, in order
   * @throws {RegionError} naming the first region that cannot be cut out, counted from 1
   */
  async crop(picture: RgbPicture, quads: readonly Quad[], size = CROP_SIZE): Promise<Uint8Array<ArrayBuffer>> {
    const thread = this.threads[this.next++ % this.threads.length]!;
    const { data } = picture;
    const call: CropCall = { picture, quads, size };
    const owned = data.byteLength === data.buffer.byteLength ? [data.buffer as ArrayBuffer] : [];
    try {
      return await thread.call<Uint8Array<ArrayBuffer>>('crop', call, owned);
    } catch (error) {
      if (error instanceof ThreadCallError && error.code === 'REGION_DEGENERATE') throw new RegionError(error.message);
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
