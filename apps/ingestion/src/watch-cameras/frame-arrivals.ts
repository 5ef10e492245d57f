import { Injectable } from '@nestjs/common';

/** When frames of each camera last came in, wall clock: capture times may be those of a simulated day. */
@Injectable()
export class FrameArrivals {
  private readonly arrivals = new Map<string, number>();

  note(cameraId: string, atMs = Date.now()): void {
    this.arrivals.set(cameraId, atMs);
  }

  /** In milliseconds; `undefined` when none came since this process started. */
  last(cameraId: string): number | undefined {
    return this.arrivals.get(cameraId);
  }
}
