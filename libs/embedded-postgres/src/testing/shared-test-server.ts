import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingProcess } from '../place/process-life.js';
import { startEmbeddedPostgres } from '../start-embedded-postgres.js';

/** Where a test process finds the server that one of its earlier spec files started. */
interface SharedServer {
  pid: number;
  /** Address of the database `postgres`. */
  url: string;
}

/** Nothing of a test outlives it, so nothing has to reach the disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * The one server of this test process. Spec files have separate module registries, so that it is remembered in a file;
 * it ends, and its data goes, with the process.
 *
 * @returns address of the database `postgres` on it
 */
export async function sharedTestServer(): Promise<string> {
  const dataDir = join(tmpdir(), `shelfwatch-test-${process.pid}`);
  const note = join(dataDir, 'shared-server.json');
  const known = await readNote(note);
  if (known !== undefined && (await livingProcess(known.pid)) !== undefined) return known.url;
  await mkdir(dataDir, { recursive: true });
  // As root, the server's user must be able to enter; its own folder inside stays closed to others.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, port: 0, disposable: true, settings: FAST });
  await writeFile(note, JSON.stringify({ pid: server.pid, url: server.url } satisfies SharedServer), { mode: 0o600 });
  return server.url;
}

async function readNote(file: string): Promise<SharedServer | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SharedServer);
}
