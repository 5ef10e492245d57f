import type { Client } from 'pg';
import { memberSpace, partitionSpace } from './lock-keys.js';
import type { StreamDatabase } from './stream-database.js';

/**
 * A member's connection to its group. It holds advisory locks: one for each topic that says "I live", and one for each partition that it consumes.
 * PostgreSQL drops them with the connection, so a killed member is out of the group at once and a slow handler never is.
 */
export class GroupSession {
  private constructor(
    private readonly client: Client,
    private readonly groupId: string,
    readonly member: number,
  ) {}

  static async join(
    database: StreamDatabase,
    groupId: string,
    topics: readonly string[],
    callbacks: { onNews: (topic: string) => void; onLost: () => void },
  ): Promise<GroupSession> {
    const client = await database.session();
    try {
      client.on('end', callbacks.onLost);
      client.on('notification', ({ payload }) => callbacks.onNews(payload ?? ''));
      const { rows } = await client.query<{ member: string }>("SELECT nextval('stream.member') AS member");
      const session = new GroupSession(client, groupId, Number(rows[0]!.member));
      for (const topic of topics)
        await client.query('SELECT pg_advisory_lock($1, $2)', [memberSpace(groupId, topic), session.member]);
      await client.query('LISTEN stream');
      await client.query("SELECT pg_notify('stream', '')");
      return session;
    } catch (error) {
      client.removeAllListeners('end');
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async livingMembers(topic: string): Promise<number[]> {
    const { rows } = await this.client.query<{ member: string }>(
      `SELECT objid::bigint AS member FROM pg_locks
       WHERE locktype = 'advisory' AND classid = $1::bigint::oid AND objsubid = 2 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [memberSpace(this.groupId, topic) >>> 0],
    );
    return rows.map(({ member }) => Number(member));
  }

  async tryOwn(topic: string, partition: number): Promise<boolean> {
    const { rows } = await this.client.query<{ owned: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS owned', [
      partitionSpace(this.groupId, topic),
      partition,
    ]);
    return rows[0]!.owned;
  }

  async release(topic: string, partition: number): Promise<void> {
    await this.client.query('SELECT pg_advisory_unlock($1, $2)', [partitionSpace(this.groupId, topic), partition]);
  }

  /** Tells the other members to look who is there, and goes. */
  async leave(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client.query("SELECT pg_advisory_unlock_all(), pg_notify('stream', '')").catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }
}
