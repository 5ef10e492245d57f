import { writeModelFolder } from '../model-folder/write-model-folder.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { EngineUnavailableError } from './engine.errors.js';
import { openEngine } from './open-engine.js';

describe('openEngine', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeModelFolder(folder.path, untrainedModel());
  });
  afterAll(() => folder.remove());

  it('When the best engine turns out not to work, then the next one serves, and it is said why', async () => {
    const deceived = { hasCuda: () => true, isInstalled: () => true };
    const { engine, choice, passedOver } = await openEngine('auto', folder.path, { maxBatch: 1 }, deceived);
    await engine.dispose();
    expect(choice).toEqual({
      name: 'onnxruntime',
      why: 'This machine has an NVIDIA GPU, which cannot be used; ONNX Runtime is the fastest on a CPU.',
    });
    expect(passedOver).toEqual([expect.stringContaining('@tensorflow/tfjs-node-gpu')]);
  });

  it('When the engine asked for does not work, then no other takes its place', async () => {
    await expect(openEngine('tfjs-node-gpu', folder.path)).rejects.toThrow(EngineUnavailableError);
  });

  it('When the folder is broken, then no other engine is tried', async () => {
    await expect(openEngine('auto', `${folder.path}/nowhere`)).rejects.toThrow('metadata.json is missing');
  });
});
