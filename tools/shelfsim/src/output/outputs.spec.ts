import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DrawnPackageArtist } from '../packaging/package-artist.js';
import { scenarioSchema } from '../scenario/scenario.js';
import { DEFAULT_OPENING, simulate } from '../simulate/simulation.js';
import type { SimulatedFrame } from '../simulate/simulated-frame.js';
import { FolderOutput } from './folder-output.js';
import { HttpOutput } from './http-output.js';

const frame: SimulatedFrame = {
  cameraId: 'cam-01',
  sequence: 7,
  capturedAt: new Date('2025-03-03T08:00:00Z'),
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
  truth: { slots: [], facings: [], faults: [] },
};
const quick = { maxAttempts: 3, firstPauseMs: 1 };

describe('FolderOutput', () => {
  it('When a scenario is written, then shop, pictures, rows and truth are there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shelfsim-out-'));
    const layout = { fixtures: 1, slotsPerFixture: 8, shelves: 2, picture: { width: 640, height: 360 } };
    const simulation = simulate(
      scenarioSchema.parse({ name: 'o', description: 'd', durationMinutes: 2, frameEverySeconds: 60, layout }),
      { seed: 1 },
    );
    const output = new FolderOutput(folder, DEFAULT_OPENING, new DrawnPackageArtist());
    await output.open(simulation.shop);
    for await (const picture of simulation) await output.send(picture);
    await output.close(simulation.truth());

    expect(await readdir(join(folder, 'frames', 'cam-01'))).toEqual(['000001.jpg', '000002.jpg']);
    const rows = (await readFile(join(folder, 'frames.jsonl'), 'utf8')).trim().split('\n');
    expect(JSON.parse(rows[1] ?? '')).toMatchObject({
      cameraId: 'cam-01',
      sequence: 2,
      file: 'frames/cam-01/000002.jpg',
    });
    expect(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8'))).toEqual(simulation.truth());
    expect(JSON.parse(await readFile(join(folder, 'shop.json'), 'utf8'))).toMatchObject({
      store: { storeId: 'demo-store' },
    });
    await rm(folder, { recursive: true });
  });

  it('When the folder cannot be written, then the error says so', async () => {
    const output = new FolderOutput('/dev/null/nowhere', DEFAULT_OPENING, new DrawnPackageArtist());
    await expect(output.send(frame)).rejects.toMatchObject({ code: 'OUTPUT_DISK' });
  });
});

describe('HttpOutput', () => {
  let server: Server;
  let baseUrl = '';
  let answers: number[] = [];
  const seen: { request: IncomingMessage; body: Buffer }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ request, body: Buffer.concat(chunks) });
        response.writeHead(answers.shift() ?? 202).end();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => void server.close(resolve)));
  beforeEach(() => void seen.splice(0));

  it('When a picture is sent, then the gateway gets the bytes, the capture time and the sequence', async () => {
    await new HttpOutput({ baseUrl, apiKey: 'k' }).send(frame);
    expect(seen[0]?.request).toMatchObject({ method: 'POST', url: '/v1/cameras/cam-01/frames' });
    expect(seen[0]?.request.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-captured-at': '2025-03-03T08:00:00.000Z',
      'x-sequence': '7',
      authorization: 'Bearer k',
    });
    expect(seen[0]?.body).toEqual(frame.jpeg);
  });

  it('When the gateway is busy twice, then the picture is sent a third time', async () => {
    answers = [503, 429, 202];
    await new HttpOutput({ baseUrl, retry: quick }).send(frame);
    expect(seen).toHaveLength(3);
  });

  it('When the gateway refuses a picture, then it is counted and the next one goes on', async () => {
    answers = [422];
    const output = new HttpOutput({ baseUrl, retry: quick });
    await output.send(frame);
    await output.send(frame);
    expect(output.refused).toBe(1);
  });

  it('When the key is wrong, then the error says what to do', async () => {
    answers = [401];
    await expect(new HttpOutput({ baseUrl }).send(frame)).rejects.toThrow('--api-key');
  });

  it('When nobody listens, then the error names the address', async () => {
    const output = new HttpOutput({ baseUrl: 'http://127.0.0.1:9', retry: quick });
    await expect(output.send(frame)).rejects.toMatchObject({ code: 'OUTPUT_UNREACHABLE' });
  });
});
