import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { clusterFolder } from './place/cluster-folder.js';
import { livingProcess } from './place/process-life.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const KEEP = 'CREATE TABLE kept AS SELECT 42 AS answer';
const READ = 'SELECT answer FROM kept';

describe('startEmbeddedPostgres', () => {
  let root: string;
  let dataDir: string;
  let servers: EmbeddedPostgres[] = [];
  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, port: 0, database: 'shop', settings: ['fsync=off'] });
    servers.push(server);
    return server;
  };

  beforeEach(async () => {
    // `mkdtemp` makes a folder of mode 700: as root, the server's user cannot get in.
    root = await mkdtemp(join(tmpdir(), 'shelfwatch-pg-'));
    dataDir = join(root, 'postgres');
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    servers = [];
    const { home } = await clusterFolder(dataDir);
    for (const path of [home, `${home}.key`, root]) await rm(path, { recursive: true, force: true });
  });

  it('When it is stopped and started again, then what was written is still there', async () => {
    const first = await start();
    await query(first.url, KEEP);
    await first.stop();
    expect(await livingProcess(first.pid)).toBeUndefined();
    const second = await start();
    expect(await query(second.url, READ)).toEqual([{ answer: 42 }]);
  });

  it('When the server was killed with -9, then the next start recovers what was acknowledged', async () => {
    const first = await start();
    await query(first.url, KEEP);
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const second = await start();
    expect(await query(second.url, READ)).toEqual([{ answer: 42 }]);
  });

  it('When two start on one folder at once, then one runs and the other is told who holds it', async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected')?.reason;
    expect(refused).toMatchObject({ code: 'in-use', message: expect.stringContaining(String(process.pid)) });
  });

  it('When a server runs that nobody owns any more, then the next start takes the folder over', async () => {
    const left = await start();
    await query(left.url, KEEP);
    // What a killed owner leaves: a lock that names a process which is gone.
    await writeFile(join(dataDir, 'server.lock'), JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
    const next = await start();
    expect(next.pid).not.toBe(left.pid);
    expect(await livingProcess(left.pid)).toBeUndefined();
    expect(await query(next.url, READ)).toEqual([{ answer: 42 }]);
  });

  it('When the lock file names a process that is not PostgreSQL, then that process is left alone', async () => {
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const first = await start();
    await first.stop();
    const { path } = await clusterFolder(dataDir);
    await writeFile(join(path, 'postmaster.pid'), `${bystander.pid}\n${path}\n`);
    await start();
    expect(await livingProcess(bystander.pid!)).toBeDefined();
    bystander.kill();
    await once(bystander, 'close');
  });

  it('When the data folder was emptied, then the next start begins anew', async () => {
    const first = await start();
    await query(first.url, KEEP);
    await first.stop();
    await rm(dataDir, { recursive: true });
    const second = await start();
    await expect(query(second.url, READ)).rejects.toMatchObject({ code: '42P01' });
  });

  it('When the port is taken, then the error says so and the folder is free again', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toMatchObject({ code: 'port-taken' });
    taken.close();
    await once(taken, 'close');
    await start();
  });

  it('When the folder was written by another version, then it is not touched', async () => {
    const first = await start();
    await first.stop();
    const { path } = await clusterFolder(dataDir);
    await writeFile(join(path, 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toMatchObject({ code: 'wrong-version', message: expect.stringContaining('9') });
    expect(await readFile(join(path, 'PG_VERSION'), 'utf8')).toBe('9\n');
  });
});

describe('the server of a process that is killed with -9', () => {
  it('When its owner dies without warning, then the server ends by itself', async () => {
    const root = await mkdtemp(join(tmpdir(), 'shelfwatch-pg-'));
    const server = await startEmbeddedPostgres({ dataDir: join(root, 'postgres'), port: 0 });
    // A stand-in for the owner: the guard watches the pipe to whoever started it.
    const guardModule = join(import.meta.dirname, 'server', 'orphan-guard.ts');
    const { guardScript } = (await import(guardModule)) as { guardScript: string };
    const owner = spawn(
      process.execPath,
      [
        '-e',
        `require('node:child_process').spawn(process.execPath, ['-e', process.argv[1], process.argv[2]], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] }); console.log('guarded'); setInterval(() => {}, 1000);`,
        guardScript,
        String(server.pid),
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    await once(owner.stdout, 'data');
    owner.kill('SIGKILL');
    while ((await livingProcess(server.pid)) !== undefined) await sleep(20);
    await server.stop();
    const { home } = await clusterFolder(join(root, 'postgres'));
    for (const path of [home, `${home}.key`, root]) await rm(path, { recursive: true, force: true });
  });
});
