const [TAB, LF, CR, BLANK] = [9, 10, 13, 32];

/** Tells on which line places of a text lie, in one pass: places must come in their order. */
export class LineCounter {
  private at = 0;
  private line = 1;

  constructor(private readonly bytes: Uint8Array) {}

  /** Line, from 1, of the first byte at or behind `place` that is neither a blank, a tab nor a line end. */
  nextWithText(place: number): number {
    while (this.at < place || (this.at < this.bytes.length && isBlank(this.bytes[this.at]!))) this.step();
    return this.line;
  }

  /** CR LF, LF and CR each end a line. */
  private step(): void {
    const byte = this.bytes[this.at];
    this.at += 1;
    if (byte === LF || (byte === CR && this.bytes[this.at] !== LF)) this.line += 1;
  }
}

const isBlank = (byte: number): boolean => byte === TAB || byte === LF || byte === CR || byte === BLANK;
