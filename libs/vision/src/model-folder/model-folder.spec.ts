import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { readListedFile, readModelMetadata } from './read-model-folder.js';
import { writeModelFolder } from './write-model-folder.js';

describe('a model folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeEach(async () => {
    folder = await temporaryFolder();
    await writeModelFolder(folder.path, untrainedModel());
  });
  afterEach(() => folder.remove());

  const failure = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'none',
      (error: Error & { code: string }) => {
        expect(error.message).not.toContain('\n');
        return `${error.code}: ${error.message}`;
      },
    );

  it('When it is written, then it reads back with every file as listed', async () => {
    const metadata = await readModelMetadata(folder.path);
    expect(Object.keys(metadata.files)).toEqual(['weights.json', 'weights.bin', 'model.onnx']);
    for (const [file, { bytes }] of Object.entries(metadata.files)) {
      expect(await readListedFile(folder.path, metadata, file)).toHaveLength(bytes);
    }
    expect((await stat(join(folder.path, 'README.md'))).size).toBeGreaterThan(0);
  });

  it('When the content is the same, then so is the version; when weights or the threshold differ, it changes', async () => {
    const versionOf = async (change: Partial<ReturnType<typeof untrainedModel>>, seed = 1): Promise<string> =>
      (await writeModelFolder(join(folder.path, 'again'), { ...untrainedModel({ seed }), ...change })).version;
    const { version } = await readModelMetadata(folder.path);
    expect(await versionOf({ createdAt: '2027-02-03T04:05:06.000Z' })).toBe(version);
    expect(await versionOf({}, 2)).not.toBe(version);
    expect(await versionOf({ unknownBelow: 0.2 })).not.toBe(version);
    expect(await versionOf({ temperature: 2 })).not.toBe(version);
  });

  it('When metadata is missing, then the message names the file and the remedy', async () => {
    await rm(join(folder.path, 'metadata.json'));
    expect(await failure(readModelMetadata(folder.path))).toMatch(
      /MODEL_FILE_MISSING: .*metadata\.json is missing\. Restore/,
    );
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 100), /unreadable|expected object/],
    ['of another format', (text: string) => text.replace('shelfwatch-model/1', 'other/9'), /format/],
    ['lying about a label', (text: string) => text.replace('00000000000003', 'soup'), /labels\[3\]\.label/],
    ['naming a label twice', (text: string) => text.replace('00000000000003', '00000000000004'), /must not repeat/],
  ])('When metadata is %s, then it is refused with the place', async (_name, change, expected) => {
    const path = join(folder.path, 'metadata.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
    const message = await failure(readModelMetadata(folder.path));
    expect(message).toMatch(/^MODEL_METADATA_INVALID/);
    expect(message).toMatch(expected);
  });

  it('When a file was cut off or changed, then the checksum tells', async () => {
    const metadata = await readModelMetadata(folder.path);
    const onnx = join(folder.path, 'model.onnx');
    const bytes = await readFile(onnx);
    await truncate(onnx, 1000);
    expect(await failure(readListedFile(folder.path, metadata, 'model.onnx'))).toMatch(
      /MODEL_FILE_CORRUPT: .*does not match its checksum \(1000 bytes instead of \d+\)/,
    );
    bytes[5000]! ^= 1;
    await writeFile(onnx, bytes);
    expect(await failure(readListedFile(folder.path, metadata, 'model.onnx'))).toMatch(/\(same size\)/);
  });

  it('When a weight is missing, then nothing is written', async () => {
    const model = untrainedModel();
    const weights = new Map(model.weights);
    weights.delete('block_3_expand/bias');
    const path = join(folder.path, 'never');
    expect(await failure(writeModelFolder(path, { ...model, weights }))).toMatch(
      /MODEL_WEIGHTS_INCOMPLETE: The weight block_3_expand\/bias is missing/,
    );
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});
