interface Ending {
  name: string;
  end: () => Promise<void>;
}

/** What was started, to be ended in the opposite order, each part however the others end. */
export class Teardown {
  private readonly endings: Ending[] = [];

  add(name: string, end: () => Promise<void>): void {
    this.endings.push({ name, end });
  }

  async run(): Promise<void> {
    for (let next = this.endings.pop(); next !== undefined; next = this.endings.pop()) {
      const { name, end } = next;
      await end().catch((error: unknown) => console.error(`! ${name} did not end in order: ${String(error)}`));
    }
  }
}
