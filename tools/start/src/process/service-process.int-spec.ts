import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceProcess } from './service-process.js';

const server = `
import { createServer } from 'node:http';
createServer((request, response) => {
  if (request.url === '/die') process.exit(3);
  response.end(String(process.pid));
}).listen(Number(process.env.PORT));
`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const pidAt = async (url: string): Promise<string> => {
  for (;;) {
    try {
      return await (await fetch(url)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

describe('ServiceProcess', () => {
  let dir: string;
  let service: ServiceProcess | undefined;
  const troubles: string[] = [];
  beforeEach(async () => {
    troubles.length = 0;
    dir = await mkdtemp(join(tmpdir(), 'shelfwatch-service-'));
    await writeFile(join(dir, 'server.mjs'), server);
    await writeFile(join(dir, 'broken.mjs'), `console.error('The model is corrupt.'); process.exit(1);`);
  });
  afterEach(async () => {
    await service?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('When a service dies, then it is started again and the trouble is told', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    service = new ServiceProcess(
      { name: 'echo', script: join(dir, 'server.mjs'), env: { PORT: String(port) }, readyUrl: url },
      dir,
      (line) => troubles.push(line),
    );
    await service.start();
    const first = await pidAt(url);
    await fetch(`${url}die`).catch(() => undefined);
    expect(await pidAt(url)).not.toBe(first);
    expect(troubles).toEqual([expect.stringContaining('echo ended unexpectedly')]);
  });

  it('When a service ends while starting, then the error holds its last words and its log has them too', async () => {
    service = new ServiceProcess(
      { name: 'broken', script: join(dir, 'broken.mjs'), env: {}, readyUrl: 'http://127.0.0.1:9/' },
      dir,
      () => undefined,
    );
    await expect(service.start()).rejects.toThrow(/broken ended while starting.*\n.*The model is corrupt/);
    expect(await readFile(service.logFile, 'utf8')).toContain('The model is corrupt');
  });
});
