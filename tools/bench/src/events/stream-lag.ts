import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const pollMs = 25;
/** One picture never takes so long; then something is broken. */
const stuckMs = 120_000;

/** How far a consumer group is behind on a topic of the PostgreSQL event stream. */
export class StreamLag {
  private readonly pool: pg.Pool;

  constructor(
    databaseUrl: string,
    private readonly topic: string,
    private readonly groupId: string,
  ) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  }

  async messages(): Promise<number> {
    const { rows } = await this.pool.query<{ lag: string }>(
      `SELECT sum(p.next_offset - coalesce(c.next_offset, 0)) AS lag FROM stream.partition p
       LEFT JOIN stream.consumer_offset c ON c.topic = p.topic AND c.partition = p.partition AND c.group_id = $2
       WHERE p.topic = $1`,
      [this.topic, this.groupId],
    );
    return Number(rows[0]?.lag ?? 0);
  }

  /** @throws Error when the group does not get on */
  async untilAtMost(messages: number): Promise<void> {
    let [last, since] = [Number.POSITIVE_INFINITY, performance.now()];
    for (let lag = await this.messages(); lag > messages; lag = await this.messages()) {
      if (lag < last) [last, since] = [lag, performance.now()];
      if (performance.now() - since > stuckMs)
        throw new Error(`${this.groupId} has been ${lag} messages behind on ${this.topic} for ${stuckMs / 1000} s`);
      await sleep(pollMs);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
