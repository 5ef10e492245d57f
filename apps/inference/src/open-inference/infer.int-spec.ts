import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { parseConfig } from '@shelfwatch/platform';
import { writeModelFolder } from '@shelfwatch/vision/serving';
import { temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import { AppModule } from '../app.module.js';
import { inferenceSettings } from '../inference.config.js';
import { serveTensors } from './serve-tensors.js';

const PIXELS = 224 * 224 * 3;
const input = { name: 'pixels', shape: [1, 224, 224, 3], datatype: 'UINT8' };

/** Head and one image of one value. */
const bodyOf = (value: number): { bytes: Buffer; jsonLength: string } => {
  const json = Buffer.from(JSON.stringify({ inputs: [input] }));
  return { bytes: Buffer.concat([json, Buffer.alloc(PIXELS, value)]), jsonLength: String(json.length) };
};

describe('requests to infer', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeModelFolder(folder.path, untrainedModel());
    const settings = parseConfig(inferenceSettings, { MODEL_DIR: folder.path, LOG_LEVEL: 'silent' });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    serveTensors(app);
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  const post = (body: Uint8Array | string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${url}/v2/models/untrained/infer`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const rowOf = async (answer: Response): Promise<number[]> => {
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { outputs: { data: number[] }[] }).outputs[0]!.data;
  };
  const ask = (value: number): Promise<Response> => {
    const { bytes, jsonLength } = bodyOf(value);
    return post(bytes, { 'inference-header-content-length': jsonLength });
  };

  it('When the body has no content type, or one of something else, then it is read all the same', async () => {
    const { bytes, jsonLength } = bodyOf(7);
    const header = { 'inference-header-content-length': jsonLength };
    const row = await rowOf(await post(bytes, { ...header, 'content-type': 'application/octet-stream' }));
    expect(await rowOf(await post(bytes, header))).toEqual(row);
    expect(await rowOf(await post(bytes, { ...header, 'content-type': 'application/json' }))).toEqual(row);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('When the body is compressed by %s, then it is read', async (encoding, compress) => {
    const { bytes, jsonLength } = bodyOf(50);
    const headers = { 'inference-header-content-length': jsonLength, 'content-encoding': encoding };
    expect(await rowOf(await post(compress(bytes), headers))).toEqual(await rowOf(await ask(50)));
  });

  it.each([
    ['is not what its encoding says', Buffer.from('plain'), { 'content-encoding': 'gzip' }, 400, 'ENCODING_BROKEN'],
    ['has an unknown encoding', Buffer.from('plain'), { 'content-encoding': 'rot13' }, 415, 'ENCODING_UNSUPPORTED'],
    ['unpacks to 100 MB', gzipSync(Buffer.alloc(100e6)), { 'content-encoding': 'gzip' }, 413, 'PAYLOAD_TOO_LARGE'],
    ['is larger than a request may be', Buffer.alloc(50e6), {}, 413, 'PAYLOAD_TOO_LARGE'],
    ['is not JSON', Buffer.from('{]'), {}, 400, 'REQUEST_NOT_JSON'],
    ['is empty', Buffer.alloc(0), {}, 400, 'REQUEST_NOT_JSON'],
  ])(
    'When the body %s, then the answer says so in the form of the protocol',
    async (_name, body, headers, status, code) => {
      const answer = await post(body, headers);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ code, error: expect.stringMatching(/.{10,}/) });
      expect((await ask(1)).status).toBe(200);
    },
  );

  it('When many requests share memory one after the other, then none sees the pixels of another', async () => {
    const alone = new Map<number, number[]>();
    for (const value of [0, 80, 160, 240]) alone.set(value, await rowOf(await ask(value)));
    const values = Array.from({ length: 48 }, (_, index) => (index % 4) * 80);
    const rows = await Promise.all(values.map(async (value) => rowOf(await ask(value))));
    rows.forEach((row, index) => {
      row.forEach((probability, label) => expect(probability).toBeCloseTo(alone.get(values[index]!)![label]!, 4));
    });
  });

  it('When a client goes away in the middle of its body, then the others are served', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = ['POST /v2/models/untrained/infer HTTP/1.1', 'Host: a', `Content-Length: ${PIXELS}`].join('\r\n');
    socket.write(`${head}\r\n\r\n`);
    socket.write(Buffer.alloc(1_000));
    socket.destroy();
    await once(socket, 'close');
    expect(await rowOf(await ask(9))).toHaveLength(12);
  });

  it('When something is asked for that this server has not, then the answer has the form of the protocol', async () => {
    const answer = await fetch(`${url}/v2/repository/index`, { method: 'POST' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('/v2/repository/index') });
  });

  it('When requests were answered, then the metrics count them by route', async () => {
    await ask(3);
    const route =
      /http_request_duration_seconds_count\{[^}]*route="\/v2\/models\/:name\/infer",status="200"[^}]*\} \d+/;
    for (let metrics = ''; !route.test(metrics);) metrics = await (await fetch(`${url}/metrics`)).text();
  });
});
