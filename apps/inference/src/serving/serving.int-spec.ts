import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { ServingState, ShadowComparison } from '@shelfwatch/contracts';
import { parseConfig } from '@shelfwatch/platform';
import { readModelMetadata, writeModelFolder } from '@shelfwatch/vision/serving';
import { temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import sharp from 'sharp';
import { AppModule } from '../app.module.js';
import { inferenceSettings } from '../inference.config.js';
import { serveTensors } from '../open-inference/serve-tensors.js';

const SIDE = 224;

describe('serving other models', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: NestExpressApplication;
  let url: string;
  const versions: Record<string, string> = {};

  const start = async (): Promise<void> => {
    const settings = parseConfig(inferenceSettings, {
      ...{ MODEL_DIR: join(folder.path, 'models', 'first'), MODELS_DIR: join(folder.path, 'models') },
      ...{ INFERENCE_STATE_DIR: join(folder.path, 'state'), LOG_LEVEL: 'silent' },
    });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    serveTensors(app);
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  };
  const serve = (live: string, shadow?: string): Promise<Response> =>
    fetch(`${url}/v1/serving`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ live: { folder: live }, shadow: shadow === undefined ? null : { folder: shadow } }),
    });
  const state = async () => (await (await fetch(`${url}/v1/serving`)).json()) as ServingState;
  const infer = (version = ''): Promise<Response> => {
    const head = JSON.stringify({
      inputs: [
        {
          name: 'pixels',
          shape: [1, SIDE, SIDE, 3],
          datatype: 'UINT8',
          parameters: { binary_data_size: SIDE * SIDE * 3 },
        },
      ],
      parameters: { binary_data_output: true },
    });
    const body = Buffer.concat([Buffer.from(head), Buffer.alloc(SIDE * SIDE * 3, 90)]);
    const headers = {
      'content-type': 'application/octet-stream',
      'inference-header-content-length': String(head.length),
    };
    return fetch(`${url}/v2/models/untrained${version && `/versions/${version}`}/infer`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
  };
  const versionOf = async (answer: Response): Promise<string> => {
    const length = Number(answer.headers.get('inference-header-content-length'));
    const bytes = Buffer.from(await answer.arrayBuffer());
    return (JSON.parse(bytes.subarray(0, length).toString()) as { model_version: string }).model_version;
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    for (const [index, name] of ['first', 'second', 'third'].entries()) {
      const path = join(folder.path, 'models', name);
      await writeModelFolder(path, untrainedModel({ seed: index + 1 }));
      versions[name] = (await readModelMetadata(path)).version;
    }
    const small = untrainedModel({ seed: 9 });
    const smaller = { ...small, architecture: { ...small.architecture, inputSize: 96 } };
    await writeModelFolder(join(folder.path, 'models', 'smaller'), smaller);
    await mkdir(join(folder.path, 'models', 'broken'));
    await writeFile(join(folder.path, 'models', 'broken', 'metadata.json'), '{}');
    await start();
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  it('When nothing was asked for, then the model of the configuration answers', async () => {
    expect(await state()).toMatchObject({ live: { version: versions['first'], folder: null }, shadow: null });
  });

  it('When a shadow looks at other pixels than the live model, then it is refused, as they cannot be compared', async () => {
    const answer = await serve('first', 'smaller');
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'SHADOW_INPUT_DIFFERS' }]);
    expect(await state()).toMatchObject({ live: { version: versions['first'], folder: null }, shadow: null });
  });

  it('When models change under steady load, then no request fails, and each is answered by one or the other', async () => {
    let goOn = true;
    const seen = new Map<string, number>();
    const failures: number[] = [];
    const client = async () => {
      while (goOn) {
        const answer = await infer();
        if (answer.status !== 200) failures.push(answer.status);
        else {
          const version = await versionOf(answer);
          seen.set(version, (seen.get(version) ?? 0) + 1);
        }
      }
    };
    const clients = Array.from({ length: 6 }, client);
    for (const name of ['second', 'third', 'second'])
      expect(await (await serve(name)).json()).toMatchObject({ live: { version: versions[name], folder: name } });
    goOn = false;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect([...seen.keys()].every((version) => Object.values(versions).includes(version))).toBe(true);
    expect(seen.size).toBeGreaterThan(1);
    expect(await versionOf(await infer())).toBe(versions['second']);
  });

  it('When the new model is broken or not there, then the answer says why and the old one goes on', async () => {
    for (const name of ['broken', 'nowhere']) {
      const answer = await serve(name);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('still are');
    }
    expect((await serve('../models/first')).status).toBe(400);
    expect(await state()).toMatchObject({ live: { version: versions['second'] } });
    expect((await infer()).status).toBe(200);
  });

  it('When a shadow is set, then it is asked by version, and compared with what is answered', async () => {
    await serve('second', 'third');
    expect(await versionOf(await infer(versions['third']))).toBe(versions['third']);
    expect((await infer('gone-000000000000')).status).toBe(404);
    const metadata = (await (await fetch(`${url}/v2/models/untrained`)).json()) as { versions: string[] };
    expect(metadata.versions).toEqual([versions['second'], versions['third']]);
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const quad = [
      { x: 0, y: 0 },
      { x: 0.5, y: 0 },
      { x: 0.5, y: 0.5 },
      { x: 0, y: 0.5 },
    ];
    const compared = async () => (await (await fetch(`${url}/v1/serving/shadow`)).json()) as ShadowComparison;
    for (const deadline = Date.now() + 20_000; (await compared()).facings < 3 && Date.now() < deadline;) {
      const form = new FormData();
      form.append('picture', new Blob([new Uint8Array(picture)]), 'frame.jpg');
      form.append('request', JSON.stringify({ regions: [{ regionId: 'a', quad }] }));
      expect((await fetch(`${url}/v1/classify-frame`, { method: 'POST', body: form })).status).toBe(200);
    }
    expect(await compared()).toMatchObject({
      version: versions['third'],
      against: versions['second'],
      facings: expect.any(Number),
    });
    expect((await compared()).facings).toBeGreaterThanOrEqual(3);
  });

  it('When the server starts again, then it serves what it served', async () => {
    await app.close();
    await start();
    expect(await state()).toMatchObject({
      live: { version: versions['second'] },
      shadow: { version: versions['third'] },
    });
  });
});
