/** Buffers are cut to multiples of this, so that bodies of about the same length use the same ones again. */
const STEP = 65_536;

/**
 * Buffers that are used again. Memory outside V8's heap comes back only with a full collection, and V8 starts one for every 64 MB that
 * are allocated: at a hundred pictures a second, collections would take more of the processor than all else around the engine.
 */
export class BufferPool {
  private readonly spare = new Map<number, Buffer[]>();
  private spareBytes = 0;

  /** @param mostBytes kept for later at the most; what comes back beyond is left to the collector */
  constructor(private readonly mostBytes = 64e6) {}

  /** @returns at least `bytes` long; what it holds is undefined */
  take(bytes: number): Buffer {
    const size = Math.max(1, Math.ceil(bytes / STEP)) * STEP;
    const buffer = this.spare.get(size)?.pop();
    if (buffer === undefined) return Buffer.allocUnsafeSlow(size);
    this.spareBytes -= size;
    return buffer;
  }

  /** @param buffer from `take`; nobody may use it any more */
  give(buffer: Buffer): void {
    if (this.spareBytes + buffer.length > this.mostBytes) return;
    this.spareBytes += buffer.length;
    const known = this.spare.get(buffer.length);
    if (known === undefined) this.spare.set(buffer.length, [buffer]);
    else known.push(buffer);
  }
}
