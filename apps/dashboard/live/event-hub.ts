interface Registration {
  kinds: readonly string[];
  listener: () => void;
}

/** Tells those who listen that something of a kind has happened. */
export class EventHub {
  private readonly registrations = new Set<Registration>();

  /** Bound, so that it stays the same value for effects that depend on it. */
  readonly listen = (kinds: readonly string[], listener: () => void): (() => void) => {
    const registration = { kinds, listener };
    this.registrations.add(registration);
    return () => this.registrations.delete(registration);
  };

  publish(kind: string): void {
    for (const { kinds, listener } of this.registrations) if (kinds.includes(kind)) listener();
  }

  /** After a gap anything may have happened. */
  publishToAll(): void {
    for (const { listener } of this.registrations) listener();
  }
}
