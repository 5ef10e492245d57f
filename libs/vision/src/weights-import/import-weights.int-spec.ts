import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { networkOf } from '../backbone/backbones.js';
import { buildClassifier } from '../backbone/build-classifier.js';
import { assignWeights } from '../backbone/named-weights.js';
import { encodeWeights } from '../model-folder/weights-manifest.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { IMPORT_RECORD, importWeights } from './import-weights.js';
import { readWeightsFolder } from './read-weights-folder.js';
import { openWeightsSource, type ReadProgress } from './weights-source.js';

const { weights, architecture } = untrainedModel({ backbone: 'efficientnet-lite0', width: 0.35, inputSize: 96 });
const { manifest, data } = encodeWeights(weights, 'float32');
const files = new Map<string, Uint8Array>([
  ['/models/model.json', Buffer.from(`{"weightsManifest": ${manifest}}`)],
  ['/models/weights.bin', data],
]);
const sha256 = createHash('sha256').update(files.get('/models/model.json')!).update(data).digest('hex');

let server: Server;
let base: string;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    const bytes = files.get(pathname);
    if (bytes === undefined || searchParams.get('signature') !== 'secret') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': bytes.length });
    // The second file breaks off when asked to.
    if (searchParams.has('broken')) response.write(bytes.subarray(0, 1_000), () => response.destroy());
    else response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/models`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await folder.remove();
});

describe('Importing weights from an address', () => {
  it('When the checksum is right, then training can start from the folder, and the record keeps no secrets', async () => {
    const progress: ReadProgress[] = [];
    const outFolder = join(folder.path, 'start');
    const source = openWeightsSource(`${base}/model.json?signature=secret`, (step) => progress.push(step));
    const imported = await importWeights({ source, sha256, architecture, outFolder });
    expect(imported).toMatchObject({ matched: 49, by: 'name', name: 'efficientnet-lite0-0.35', sha256 });
    expect(imported.surplus.sort()).toEqual(['predictions/bias', 'predictions/kernel']);
    expect(progress.at(-1)).toEqual({ file: 'weights.bin', bytes: data.length, totalBytes: data.length });
    expect(await readFile(join(outFolder, IMPORT_RECORD), 'utf8')).not.toContain('secret');

    await tf.setBackend('cpu');
    const model = buildClassifier(networkOf(architecture), { classes: 3 });
    const started = await readWeightsFolder(outFolder);
    assignWeights(model, started, { backboneOnly: true });
    model.dispose();
    expect(started.get('block3a_dwconv/depthwise_kernel')).toEqual(weights.get('block3a_dwconv/depthwise_kernel'));
  });

  it('When a shard was changed, then nothing is written', async () => {
    const source = openWeightsSource(`${base}/model.json?signature=secret`);
    const outFolder = join(folder.path, 'changed');
    const wrong = {
      source,
      sha256: sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      architecture,
      outFolder,
    };
    await expect(importWeights(wrong)).rejects.toMatchObject({ code: 'WEIGHTS_CHECKSUM_WRONG' });
    await expect(readFile(join(outFolder, 'weights.json'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['the server knows no such file', '/nothing.h5?signature=secret', 'the server answers 404'],
    ['the connection breaks', '/model.json?signature=secret&broken', 'cannot be downloaded'],
  ])('When %s, then the error says so without the secret', async (_, path, message) => {
    const source = openWeightsSource(`${base}${path}`);
    const error = await importWeights({ source, architecture, outFolder: folder.path }).catch(
      (reason: unknown) => reason as Error,
    );
    expect(error).toMatchObject({ code: 'WEIGHTS_UNREACHABLE' });
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toContain('secret');
  });

  it('When the weights are of another width, then the error says which', async () => {
    const source = openWeightsSource(`${base}/model.json?signature=secret`);
    await expect(importWeights({ source, architecture: { width: 1.4 }, outFolder: folder.path })).rejects.toThrow(
      /^These are not the weights of MobileNetV2 1\.4: Conv1\/kernel .* They fit EfficientNet-Lite0 0\.35/,
    );
  });
});
