import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { classifyFrameResponse, type ClassifyFrameResponse } from '@shelfwatch/contracts';
import { parseConfig } from '@shelfwatch/platform';
import { writeModelFolder } from '@shelfwatch/vision/serving';
import { readGoldenShelf, temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import sharp from 'sharp';
import { AppModule } from './app.module.js';
import { inferenceSettings } from './inference.config.js';
import { serveTensors } from './open-inference/serve-tensors.js';

const noisePicture = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .jpeg()
    .toBuffer();

/** A grid of regions, 10 in a row. */
const grid = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const x = (index % 10) / 10;
    const y = Math.floor(index / 10) / 10;
    const corner = (dx: number, dy: number) => ({ x: x + dx, y: y + dy });
    return {
      regionId: `slot-${index}`,
      quad: [corner(0, 0), corner(0.09, 0.003), corner(0.088, 0.09), corner(0.001, 0.087)],
    };
  });

describe('the inference service', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: NestExpressApplication;
  let url: string;
  let picture: Buffer;

  const start = async (env: Record<string, string> = {}): Promise<{ app: NestExpressApplication; url: string }> => {
    const settings = parseConfig(inferenceSettings, { MODEL_DIR: folder.path, LOG_LEVEL: 'silent', ...env });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
    const started = module.createNestApplication<NestExpressApplication>({ logger: false });
    serveTensors(started);
    await started.listen(0, '127.0.0.1');
    return { app: started, url: `http://127.0.0.1:${(started.getHttpServer().address() as AddressInfo).port}` };
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeModelFolder(folder.path, untrainedModel());
    picture = await noisePicture(1280, 720);
    ({ app, url } = await start());
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  const post = (bytes: Uint8Array, request: unknown, to = url): Promise<Response> => {
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(bytes)]), 'frame.jpg');
    form.append('request', typeof request === 'string' ? request : JSON.stringify(request));
    return fetch(`${to}/v1/classify-frame`, { method: 'POST', body: form });
  };
  const classify = async (request: unknown): Promise<ClassifyFrameResponse> => {
    const response = await post(picture, request);
    expect(response.status).toBe(200);
    return classifyFrameResponse.parse(await response.json());
  };

  it('When a picture with 80 regions comes, then 80 predictions go back in order, each as if it had come alone', async () => {
    const regions = grid(80);
    const { predictions, engine, modelVersion } = await classify({ regions });
    expect(predictions.map(({ regionId }) => regionId)).toEqual(regions.map(({ regionId }) => regionId));
    expect(engine).toBe('onnxruntime');
    expect(modelVersion).toMatch(/^untrained-[0-9a-f]{12}$/);
    for (const index of [0, 33, 79]) {
      const [alone] = (await classify({ regions: [regions[index]] })).predictions;
      expect(alone!.top[0]!.label).toBe(predictions[index]!.top[0]!.label);
      expect(alone!.top[0]!.probability).toBeCloseTo(predictions[index]!.top[0]!.probability, 4);
    }
  });

  it('When the shipped model is served, then it names what stands on a shelf that it was not trained on', async () => {
    const shipped = await start({ MODEL_DIR: '' });
    const { bytes, facings } = await readGoldenShelf();
    const regions = facings.map(({ quad }, index) => ({ regionId: String(index), quad }));
    const response = await post(bytes, { regions }, shipped.url);
    await shipped.app.close();
    const { predictions } = classifyFrameResponse.parse(await response.json());
    expect(predictions.map(({ top }) => top[0]!.label)).toEqual(facings.map(({ label }) => label));
  });

  it('When labels are asked for by region, then their probabilities come, whatever their rank', async () => {
    const label = '00000000000005';
    const { predictions } = await classify({ regions: grid(2), topK: 1, also: { 'slot-1': [label] } });
    expect(predictions[0]).toMatchObject({ top: [{}], also: {} });
    expect(predictions[1]!.also[label]).toBeGreaterThanOrEqual(0);
  });

  it('When the request comes as a file of JSON, then it is read the same', async () => {
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(picture)]));
    form.append('request', new Blob([JSON.stringify({ regions: grid(1) })], { type: 'application/json' }));
    const response = await fetch(`${url}/v1/classify-frame`, { method: 'POST', body: form });
    expect(response.status).toBe(200);
  });

  it.each([
    ['text', async () => Buffer.from('not a picture'), 415, 'PICTURE_FORMAT_UNSUPPORTED'],
    ['cut off', async () => picture.subarray(0, 20_000), 422, 'PICTURE_UNREADABLE'],
    [
      'of 100 megapixels',
      () =>
        sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      413,
      'PICTURE_TOO_LARGE',
    ],
    ['of 17 megabytes', async () => Buffer.concat([picture, Buffer.alloc(17e6)]), 413, 'PAYLOAD_TOO_LARGE'],
  ])(
    'When the picture is %s, then the answer is a problem with a reason, and the service goes on',
    async (_name, make, status, code) => {
      const response = await post(await make(), { regions: grid(1) });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const problem = (await response.json()) as { code: string; detail: string };
      expect(problem.code).toBe(code);
      expect(problem.detail).toMatch(/^[^\n]{10,200}$/);
      expect((await classify({ regions: grid(1) })).predictions).toHaveLength(1);
    },
  );

  it.each([
    ['is not JSON', '{regions', 'REQUEST_NOT_JSON'],
    ['has no regions', { regions: [] }, 'VALIDATION_FAILED'],
    ['names a region twice', { regions: [grid(1)[0], grid(1)[0]] }, 'VALIDATION_FAILED'],
    ['has three corners', { regions: [{ regionId: 'a', quad: grid(1)[0]!.quad.slice(1) }] }, 'VALIDATION_FAILED'],
  ])('When the request %s, then it gets 400', async (_name, request, code) => {
    const response = await post(picture, request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code });
  });

  it('When a region encloses nothing, then the answer counts to it', async () => {
    const point = { x: 0.5, y: 0.5 };
    const response = await post(picture, {
      regions: [...grid(1), { regionId: 'b', quad: [point, point, point, point] }],
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/^Region 2: /) });
  });

  it('When a part is missing, then its name is said', async () => {
    const form = new FormData();
    form.append('request', JSON.stringify({ regions: grid(1) }));
    const response = await fetch(`${url}/v1/classify-frame`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ status: 400, code: 'PICTURE_MISSING' });
  });

  it('When much is computed, then the event loop is mostly idle and health answers all the while', async () => {
    const before = performance.eventLoopUtilization();
    const work = Promise.all([1, 2, 3].map(() => classify({ regions: grid(80) })));
    for (let probe = 0; probe < 5; probe++) expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await work;
    // The client's share is in it, too: three uploads and the reading of the answers.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.6);
  });

  it('When more images come than the queue takes, then some get 429 with a time to come back, and none is lost', async () => {
    const small = await start({ INFERENCE_QUEUE_LIMIT: '100', INFERENCE_MAX_BATCH: '1' });
    const responses = await Promise.all(
      Array.from({ length: 6 }, () => post(picture, { regions: grid(40) }, small.url)),
    );
    await small.app.close();
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2);
    const refused = responses.filter(({ status }) => status === 429);
    expect(refused.length + statuses.filter((status) => status === 200).length).toBe(6);
    expect(refused.length).toBeGreaterThan(0);
    for (const response of refused) expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  it('When images cannot be begun in time, then the request gets 503 with a time to come back', async () => {
    const slow = await start({ INFERENCE_DEADLINE_MS: '10', INFERENCE_MAX_BATCH: '1' });
    const response = await post(picture, { regions: grid(80) }, slow.url);
    await slow.app.close();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('When it is asked, then it tells model and health, and counts what it did', async () => {
    const get = async (path: string) => (await fetch(url + path)).text();
    expect(await get('/health/ready')).toContain('onnxruntime, untrained-');
    expect(JSON.parse(await get('/v2/models/untrained'))).toMatchObject({
      inputs: [{ name: 'pixels', datatype: 'UINT8', shape: [-1, 224, 224, 3] }],
      outputs: [{ name: 'probabilities', datatype: 'FP32', shape: [-1, 12] }],
    });
    expect(await get('/v2/models/other')).toContain('MODEL_UNKNOWN');
    expect(await get('/metrics')).toMatch(/inference_images_total\{outcome="computed",service="inference"\} \d+/);
  });

  it('When a tensor comes by the Open Inference Protocol, as numbers or as bytes, then the same probabilities go back', async () => {
    const pixels = new Uint8Array(2 * 224 * 224 * 3).map((_, index) => (index * 31) % 256);
    const input = { name: 'pixels', shape: [2, 224, 224, 3], datatype: 'UINT8' };
    const inferUrl = `${url}/v2/models/untrained/infer`;
    const json = await fetch(inferUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: '7', inputs: [{ ...input, data: [...pixels] }] }),
    });
    const head = Buffer.from(JSON.stringify({ id: '7', inputs: [input] }));
    const binary = await fetch(inferUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'inference-header-content-length': String(head.length) },
      body: new Uint8Array(Buffer.concat([head, pixels])),
    });
    const answer = (await json.json()) as { outputs: { data: number[] }[] };
    expect(answer).toMatchObject({ id: '7', model_name: 'untrained', outputs: [{ shape: [2, 12], datatype: 'FP32' }] });
    expect(answer.outputs[0]!.data.slice(0, 12).reduce((sum, value) => sum + value)).toBeCloseTo(1, 4);
    expect(await binary.json()).toEqual(answer);
  });
});
