import { randomUUID } from 'node:crypto';
import { createDatabaseIfMissing, dropDatabaseIfPresent } from '../server/databases.js';
import { sharedTestServer } from './shared-test-server.js';

/** An empty database of a spec's own, on a real PostgreSQL. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** For use in `beforeAll`; drop it in `afterAll`. The server under it is shared by the spec files of a process. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = await sharedTestServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await createDatabaseIfMissing(server, name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabaseIfPresent(server, name) };
}
