import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { smallNetwork, weightsFixture } from '../testing/small-network.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { matchWeights } from './match-weights.js';
import { readWeightsFile } from './read-weights-file.js';
import { openWeightsSource } from './weights-source.js';

type Expected = Record<string, { shape: number[]; values: number[] }>;

const read = async (path: string, sha256?: string) => readWeightsFile(openWeightsSource(path), sha256);
const expected = JSON.parse(await readFile(weightsFixture('expected.json'), 'utf8')) as Expected;

describe('Weights in files that Keras and TensorFlow Lite wrote', () => {
  // Weights alone do not tell their ε, here 0.002 instead of 0.001; whole numbers of 8 bits keep two digits of a weight.
  it.each([
    ['whole.h5', 'name', 1e-5],
    ['small.weights.h5', 'name', 2e-3],
    ['small.keras', 'name', 1e-5],
    ['unnamed.keras', 'name', 1e-5],
    ['float32.tflite', 'order', 1e-5],
    ['float16.tflite', 'order', 2e-3],
    ['int8.tflite', 'order', 2e-2],
  ])(
    'When %s is read, then every weight is what Keras computes with, recognised by %s',
    async (file, by, tolerance) => {
      const { weights, report } = matchWeights(smallNetwork(), await read(weightsFixture(file)));
      expect(report).toMatchObject({ by, matched: 4, folded: by === 'name' ? 3 : 0 });
      expect([...weights.keys()].sort()).toEqual(Object.keys(expected).sort());
      for (const [name, { shape, values }] of Object.entries(expected)) {
        expect([name, weights.get(name)!.shape]).toEqual([name, shape]);
        const apart = values.map((value, at) => Math.abs(value - weights.get(name)!.values[at]!));
        expect({ name, apart: Math.max(...apart) > tolerance ? Math.max(...apart) : 'little' }).toEqual({
          ...{ name, apart: 'little' },
        });
      }
    },
  );

  it('When the file holds a classifier, then it is named as surplus', async () => {
    const { report } = matchWeights(smallNetwork(), await read(weightsFixture('whole.h5')));
    expect(report.surplus.sort()).toEqual(['predictions/bias', 'predictions/kernel']);
  });
});

describe('Files that cannot be read', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  it.each(['whole.h5', 'small.keras', 'float32.tflite', 'unnamed.keras'])(
    'When %s is cut short, then it is refused as damaged',
    async (file) => {
      const bytes = await readFile(weightsFixture(file));
      const path = join(folder.path, file);
      for (const share of [0.1, 0.5, 0.9]) {
        await writeFile(path, bytes.subarray(0, bytes.length * share));
        await expect(read(path)).rejects.toMatchObject({ code: 'WEIGHTS_UNREADABLE' });
      }
    },
  );

  it.each([
    ['a picture', Buffer.from('ffd8ffe000104a464946', 'hex'), 'none of the files that are read'],
    ['empty', Buffer.alloc(0), 'none of the files that are read'],
    ['JSON of something else', Buffer.from('{"a": 1}'), 'it holds no weightsManifest'],
    ['a manifest that leaves its folder', manifest('../secret.bin'), 'only files beside it are read'],
    ['a manifest with an address', manifest('http://example.org/a.bin'), 'only files beside it are read'],
    ['a manifest whose values are missing', manifest('nowhere.bin'), 'nowhere.bin cannot be read: ENOENT'],
  ])('When a file is %s, then the error says so', async (_, bytes, message) => {
    const path = join(folder.path, 'file');
    await writeFile(path, bytes);
    await expect(read(path)).rejects.toThrow(message);
  });

  it('When the checksum is another one, then nothing is read, and both are named', async () => {
    const wrong = '0'.repeat(64);
    const error = await read(weightsFixture('whole.h5'), wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'WEIGHTS_CHECKSUM_WRONG', message: expect.stringContaining(wrong) });
  });

  it('When there is no such file, then the error names it', async () => {
    await expect(read(join(folder.path, 'nothing.h5'))).rejects.toThrow(/nothing\.h5 cannot be read: ENOENT/);
  });
});

function manifest(path: string): Buffer {
  return Buffer.from(JSON.stringify([{ paths: [path], weights: [{ name: 'a', shape: [1], dtype: 'float32' }] }]));
}
