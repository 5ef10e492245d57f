import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { runAgent } from './run-agent.js';
import { GatewaySink } from './sinks/gateway-sink.js';
import { FolderSource } from './sources/folder-source.js';
import { digestAuthorization, parseChallenges } from './sources/http-sign-in.js';
import type { PictureSource } from './sources/picture-source.js';
import { RtspSource } from './sources/rtsp-source.js';
import { SnapshotSource } from './sources/snapshot-source.js';

const backoff = { baseMs: 5, maxMs: 20 };
const credentials = { user: 'viewer', password: 'pass:word' };

interface Posted {
  path: string;
  headers: IncomingMessage['headers'];
  bytes: Buffer;
}

describe('the camera agent', () => {
  let picture: Buffer;
  let folder: string;
  let servers: Server[];

  beforeAll(async () => {
    picture = await sharp({ create: { width: 320, height: 180, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
  });
  beforeEach(async () => {
    servers = [];
    folder = await mkdtemp(join(tmpdir(), 'agent-'));
  });
  afterEach(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await rm(folder, { recursive: true, force: true });
  });

  async function serve(listener: RequestListener, port = 0): Promise<URL> {
    const server = createServer(listener).listen(port, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/snapshot.jpg`);
  }

  /** A gateway that keeps what it gets; `answer` may refuse. */
  async function gateway(posted: Posted[], answer: (index: number) => number = () => 202): Promise<URL> {
    let requests = 0;
    return serve(async (request, response) => {
      const bytes = await buffer(request);
      const status = answer(requests++);
      if (status === 202) posted.push({ path: request.url!, headers: request.headers, bytes });
      response
        .writeHead(status, { 'content-type': 'application/problem+json' })
        .end('{"detail":"because of the test"}');
    });
  }

  /** Runs until `count` pictures arrived. */
  async function run(source: PictureSource, url: URL, posted: Posted[], count: number, token?: string) {
    const stop = new AbortController();
    const lines: string[] = [];
    setTimeout(() => stop.abort(), 20_000).unref();
    const log = (line: string) => {
      lines.push(line);
      if (posted.length >= count) stop.abort();
    };
    const report = await runAgent({
      cameraId: 'aisle-4',
      source,
      sink: new GatewaySink(url, token),
      log,
      signal: stop.signal,
      backoff,
    });
    return { report, log: lines.join('\n') };
  }

  const snapshots = (url: URL) => new SnapshotSource({ url, intervalMs: 5, credentials });

  it('When a camera answers snapshots, then they are posted with the capture time, a sequence and the token', async () => {
    const posted: Posted[] = [];
    const camera = await serve((_, response) => response.end(picture));
    const before = Date.now();
    await run(snapshots(camera), await gateway(posted), posted, 2, 'secret-token');
    expect(posted[0]).toMatchObject({
      path: '/v1/cameras/aisle-4/frames',
      headers: { 'content-type': 'image/jpeg', 'x-sequence': '0', authorization: 'Bearer secret-token' },
    });
    expect(posted[1]!.headers['x-sequence']).toBe('1');
    expect(posted[0]!.bytes.equals(picture)).toBe(true);
    const capturedAt = Date.parse(String(posted[0]!.headers['x-captured-at']));
    expect(capturedAt).toBeGreaterThanOrEqual(before);
    expect(capturedAt).toBeLessThanOrEqual(Date.now());
  });

  it('When a camera asks for basic sign-in, then it gets it', async () => {
    const posted: Posted[] = [];
    const expected = `Basic ${Buffer.from('viewer:pass:word').toString('base64')}`;
    const camera = await serve((request, response) => {
      if (request.headers.authorization === expected) response.end(picture);
      else response.writeHead(401, { 'www-authenticate': 'Basic realm="cam"' }).end();
    });
    await run(snapshots(camera), await gateway(posted), posted, 1);
    expect(posted).not.toHaveLength(0);
  });

  it('When a camera asks for digest sign-in, then the password does not travel', async () => {
    const posted: Posted[] = [];
    const challenge = 'Digest realm="cam", nonce="n0nce", qop="auth"';
    const seen: string[] = [];
    const camera = await serve((request, response) => {
      const given = request.headers.authorization ?? '';
      seen.push(given);
      const cnonce = /cnonce="([^"]+)"/.exec(given)?.[1] ?? '';
      const target = { method: 'GET', uri: '/snapshot.jpg' };
      const expected = digestAuthorization(credentials, parseChallenges(challenge)!, target, cnonce);
      if (given === expected) response.end(picture);
      else response.writeHead(401, { 'www-authenticate': challenge }).end();
    });
    await run(snapshots(camera), await gateway(posted), posted, 1);
    expect(posted).not.toHaveLength(0);
    expect(seen.join()).not.toContain('pass:word');
  });

  it('When the camera is lost and comes back, then the agent says so and goes on', async () => {
    const posted: Posted[] = [];
    let requests = 0;
    const camera = await serve((request, response) => {
      requests++;
      if (requests === 2) request.socket.destroy();
      else if (requests === 3) response.end('<html>busy</html>');
      else response.end(picture);
    });
    const { log, report } = await run(snapshots(camera), await gateway(posted), posted, 3);
    expect(log).toMatch(/does not answer: .+ Next attempt in/);
    expect(log).toContain('no JPEG, PNG or WebP');
    expect(log).toContain('is back');
    expect(report.interruptions).toBe(2);
  });

  it('When the platform fails for a while, then the picture at hand is not lost', async () => {
    const posted: Posted[] = [];
    await writeFile(join(folder, 'a.jpg'), picture);
    const source = new FolderSource({ folder, once: true, moveTo: undefined, intervalMs: 10 });
    const url = await gateway(posted, (index) => (index < 3 ? 503 : 202));
    const { report, log } = await run(source, url, posted, 1);
    expect(report).toEqual({ sent: 1, refused: 0, interruptions: 3 });
    expect(log).toContain('answers 503: because of the test');
  });

  it('When the platform refuses one picture, then the next ones go on', async () => {
    const posted: Posted[] = [];
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await writeFile(join(folder, name), picture);
    const source = new FolderSource({ folder, once: true, moveTo: undefined, intervalMs: 10 });
    const { report, log } = await run(source, await gateway(posted, (index) => (index === 1 ? 413 : 202)), posted, 9);
    expect(report).toEqual({ sent: 2, refused: 1, interruptions: 0 });
    expect(log).toContain('(413): because of the test');
  });

  it('When a folder has pictures, then they go oldest first, with EXIF time before file time, and are moved away', async () => {
    const posted: Posted[] = [];
    const withExif = await sharp(picture)
      .withExif({ IFD2: { DateTimeOriginal: '2026:01:02 03:04:05', OffsetTimeOriginal: '+00:00' } })
      .jpeg()
      .toBuffer();
    await writeFile(join(folder, 'late.jpg'), picture);
    await utimes(join(folder, 'late.jpg'), new Date('2026-03-01'), new Date('2026-03-01'));
    await writeFile(join(folder, 'early.jpg'), withExif);
    await writeFile(join(folder, 'notes.txt'), 'no picture');
    const source = new FolderSource({ folder, once: true, moveTo: join(folder, 'sent'), intervalMs: 10 });
    await run(source, await gateway(posted), posted, 9);
    expect(posted.map(({ headers }) => headers['x-captured-at'])).toEqual([
      '2026-01-02T03:04:05.000Z',
      '2026-03-01T00:00:00.000Z',
    ]);
    expect((await readdir(join(folder, 'sent'))).sort()).toEqual(['early.jpg', 'late.jpg']);
    expect((await readdir(folder)).sort()).toEqual(['notes.txt', 'sent']);
  });

  it('When a folder is watched, then a file that comes later is sent once, when it is whole', async () => {
    const posted: Posted[] = [];
    await writeFile(join(folder, 'a.jpg'), picture);
    const source = new FolderSource({ folder, once: false, moveTo: undefined, intervalMs: 10 });
    let requests = 0;
    const url = await gateway(posted, () => {
      if (requests++ === 0) void writeFile(join(folder, 'b.jpg'), picture);
      return 202;
    });
    const { report } = await run(source, url, posted, 2);
    expect(report.sent).toBe(2);
  });

  it('When ffmpeg is not installed, then the agent says what to do and does not try again', async () => {
    const source = new RtspSource({
      url: new URL('rtsp://127.0.0.1/stream'),
      intervalMs: 1_000,
      credentials,
      ffmpeg: join(folder, 'no-ffmpeg'),
    });
    await expect(run(source, await gateway([]), [], 1)).rejects.toMatchObject({
      code: 'FFMPEG_MISSING',
      message: expect.stringContaining('apt install ffmpeg'),
    });
  });

  const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
  // ffmpeg is no part of the installation; where it is missing the case above is what users meet.
  if (hasFfmpeg)
    describe('with ffmpeg installed', () => {
      /** A film of two seconds, as ffmpeg's own source draws it. */
      const film = () => {
        const path = join(folder, 'film.mp4');
        const source = ['-f', 'lavfi', '-i', 'testsrc=size=1280x720:rate=10:duration=2'];
        spawnSync('ffmpeg', ['-nostdin', '-loglevel', 'error', ...source, '-pix_fmt', 'yuv420p', path]);
        return pathToFileURL(path);
      };

      it('When a stream is played, then whole pictures of it are sent', async () => {
        const posted: Posted[] = [];
        const source = new RtspSource({ url: film(), intervalMs: 200, credentials: undefined, ffmpeg: 'ffmpeg' });
        await run(source, await gateway(posted), posted, 3);
        const { width, height, format } = await sharp(posted[0]!.bytes, { failOn: 'warning' }).metadata();
        expect({ width, height, format }).toEqual({ width: 1280, height: 720, format: 'jpeg' });
        await sharp(posted[2]!.bytes, { failOn: 'warning' }).raw().toBuffer();
      });

      it('When nothing answers at the address, then the reason is logged without the password', async () => {
        const stop = new AbortController();
        const source = new RtspSource({
          url: new URL('rtsp://127.0.0.1:1/stream'),
          intervalMs: 1_000,
          credentials,
          ffmpeg: 'ffmpeg',
        });
        const lines: string[] = [];
        const log = (line: string) => {
          lines.push(line);
          if (line.includes('Next attempt')) stop.abort();
        };
        const sink = new GatewaySink(await gateway([]), undefined);
        await runAgent({ cameraId: 'aisle-4', source, sink, log, signal: stop.signal, backoff });
        expect(lines.join()).toMatch(/Connection refused/i);
        expect(lines.join()).not.toContain('pass');
      });
    });
});
