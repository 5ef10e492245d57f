/** Lets a few through at a time; the others wait in order. A decoded picture may take 100 MB. */
export class PictureGate {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.places) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.inside++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place goes to the next one directly, so that nobody can slip in between.
      if (next === undefined) this.inside--;
      else next();
    }
  }
}
