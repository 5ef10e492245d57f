const START = Buffer.from([0xff, 0xd8, 0xff]);
const END = Buffer.from([0xff, 0xd9]);

/**
 * Cuts a stream of JPEG pictures, one after the other as ffmpeg's `image2pipe` writes them, into single ones. Within a
 * picture's data `ff` is always followed by `00` or a restart marker, so the end marker is unmistakable.
 */
export class JpegSplitter {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly maxBytes: number) {}

  push(chunk: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const pictures: Buffer[] = [];
    for (;;) {
      const start = this.rest.indexOf(START);
      const end = start < 0 ? -1 : this.rest.indexOf(END, start + START.length);
      if (end < 0) break;
      pictures.push(this.rest.subarray(start, end + END.length));
      this.rest = this.rest.subarray(end + END.length);
    }
    if (this.rest.length > this.maxBytes) this.rest = Buffer.alloc(0);
    return pictures;
  }
}
