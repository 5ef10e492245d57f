import { writeModelFolder } from '@shelfwatch/vision/serving';
import { temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const hooks = join(root, 'tools', 'jest', 'typescript-hooks.mjs');

/** Runs the service as a process of its own, from its sources, until it ends. */
const run = (env: Record<string, string>): Promise<{ status: number; errors: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--no-warnings', '--import', hooks, join(import.meta.dirname, 'main.ts')],
      { env: { INFERENCE_PORT: '0', ...env } },
      (_error, _output, errors) => resolve({ status: child.exitCode ?? -1, errors }),
    );
  });

describe('the start of the inference service', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeModelFolder(folder.path, untrainedModel());
  });
  afterAll(() => folder.remove());

  it('When the model folder is missing, then one line says which file and what to do, and the status is 1', async () => {
    const { status, errors } = await run({ MODEL_DIR: join(folder.path, 'nowhere') });
    expect(errors).toMatch(/^inference: cannot start: \S+metadata\.json is missing\. Restore [^\n]+\n$/);
    expect(status).toBe(1);
  });

  it('When the model is corrupt, then one line names the file', async () => {
    await writeFile(join(folder.path, 'model.onnx'), 'garbage');
    const { status, errors } = await run({ MODEL_DIR: folder.path });
    expect(errors).toMatch(/^inference: cannot start: \S+model\.onnx does not match its checksum [^\n]+\n$/);
    expect(status).toBe(1);
  });

  it('When settings are wrong, then all are named, and the status is 78', async () => {
    const { status, errors } = await run({ INFERENCE_ENGINE: 'abacus', INFERENCE_MAX_BATCH: '7' });
    expect(errors).toContain('INFERENCE_ENGINE');
    expect(errors).toContain('INFERENCE_MAX_BATCH: must be one of 1, 2, 4, 8, 16, 32, 64 (it is "7")');
    expect(status).toBe(78);
  });
});
