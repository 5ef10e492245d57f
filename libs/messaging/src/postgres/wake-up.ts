/** Lets workers sleep until something was published, without missing what is published while they look. */
export class WakeUp {
  private generation = 0;
  private sleepers = new Set<{ topic: string; wake: () => void }>();

  constructor(private readonly pollMs: number) {}

  /** Take one before looking for messages, and give it to {@link wait} when there were none. */
  ticket(): number {
    return this.generation;
  }

  /** Resolves at the next news on the topic, at once when there was any since the ticket, and at the latest after the poll interval. */
  wait(topic: string, ticket: number): Promise<void> {
    if (ticket !== this.generation) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = {
        topic,
        wake: () => {
          clearTimeout(timer);
          this.sleepers.delete(sleeper);
          resolve();
        },
      };
      const timer = setTimeout(sleeper.wake, this.pollMs);
      this.sleepers.add(sleeper);
    });
  }

  news(topic: string): void {
    this.generation += 1;
    for (const sleeper of [...this.sleepers]) if (sleeper.topic === topic) sleeper.wake();
  }

  all(): void {
    this.generation += 1;
    for (const sleeper of [...this.sleepers]) sleeper.wake();
  }
}
