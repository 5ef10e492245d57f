/** What the broker last said about our place in the consumer group, for the time between two joins. */
export class GroupMembership {
  private readonly lost = new AbortController();
  private refusal: unknown;

  /** Aborted when the partitions are no longer ours. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  /** Set when the group forms anew: finish the message in hand, then throw this, and kafkajs joins again. */
  get reasonToRejoin(): unknown {
    return this.refusal;
  }

  /** Ends the handlers in hand: others will get their messages. */
  abandon(): void {
    this.lost.abort();
  }

  /** Takes the error of a heartbeat. A broken connection says nothing about the group; the next fetch deals with it. */
  heartbeatFailed(error: unknown): void {
    const { type } = error as { type?: string };
    if (type === 'REBALANCE_IN_PROGRESS') this.refusal ??= error;
    if (type === 'UNKNOWN_MEMBER_ID' || type === 'ILLEGAL_GENERATION' || type === 'FENCED_INSTANCE_ID') {
      this.refusal = error;
      this.lost.abort();
    }
  }
}
