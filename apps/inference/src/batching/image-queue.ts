import { ImageBatch } from './image-batch.js';
import { QueuedRequest } from './queued-request.js';

/** Requests in the order of their arrival; images leave it in batches. */
export class ImageQueue {
  private requests: QueuedRequest[] = [];

  /** Images that wait. */
  get images(): number {
    return this.requests.reduce((sum, request) => sum + request.left, 0);
  }

  /** When the oldest waiting request came. */
  get oldest(): number {
    return this.requests[0]?.queuedAt ?? Infinity;
  }

  add(pixels: Uint8Array, count: number, deadline: number, now: number): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      this.requests.push(new QueuedRequest(pixels, count, deadline, now, resolve, reject));
    });
  }

  /** The oldest images, at most `limit`; undefined when none wait. */
  take(limit: number): ImageBatch | undefined {
    const slices = [];
    let room = limit;
    while (room > 0 && this.requests[0] !== undefined) {
      const slice = this.requests[0].take(room);
      slices.push(slice);
      room -= slice.count;
      if (this.requests[0].left === 0) this.requests.shift();
    }
    return slices.length === 0 ? undefined : new ImageBatch(slices);
  }

  /** Removes what nobody waits for any more. A request of which a part was computed already has had its chance, too. */
  dropExpired(now: number): QueuedRequest[] {
    const expired = this.requests.filter(({ deadline, isFailed }) => isFailed || deadline < now);
    this.requests = this.requests.filter((request) => !expired.includes(request));
    return expired.filter(({ isFailed }) => !isFailed);
  }
}
