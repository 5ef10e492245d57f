const EVERY_MS = 5_000;

/** Tells a waiting person every few seconds how far we are. */
export class Progress {
  #last = Date.now();
  readonly #startedAt = Date.now();

  constructor(private readonly write: (line: string) => void) {}

  /** Writes a line if the last one is some seconds old. */
  at(line: () => string): void {
    if (Date.now() - this.#last < EVERY_MS) return;
    this.#last = Date.now();
    this.write(line());
  }

  done(line: string): void {
    this.write(`${line} in ${((Date.now() - this.#startedAt) / 1000).toFixed(1)} s`);
  }
}
