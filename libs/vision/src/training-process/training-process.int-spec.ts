import { join } from 'node:path';
import { CropDataSetWriter } from '../dataset/crop-data-set-writer.js';
import { readModelMetadata } from '../model-folder/read-model-folder.js';
import { syntheticCrops } from '../testing/synthetic-crops.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { startTrainingProcess, TrainingProcessError } from './start-training-process.js';
import type { TrainingJobInput, TrainingReport } from './training-job.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let job: TrainingJobInput;

beforeEach(async () => {
  folder = await temporaryFolder();
  const crops = syntheticCrops({ classes: 2, perClass: 12, cropSize: 32 });
  const dataSetFolder = join(folder.path, 'data');
  const writer = await CropDataSetWriter.create(dataSetFolder, crops.labels, crops.cropSize);
  const crop = new Uint8Array(32 * 32 * 3);
  for (const [index, item] of crops.items.entries()) {
    crops.read(index, crop);
    await writer.add(item, crop);
  }
  await writer.finish();
  job = {
    ...{ dataSetFolder, outFolder: join(folder.path, 'model'), workFolder: join(folder.path, 'work') },
    ...{ name: 'tiny', backend: 'wasm', architecture: { width: 0.35, inputSize: 32 } },
    split: { validation: 0.25, test: 0.25 },
    options: {
      ...{ batchSize: 4, headEpochs: 1 },
      phases: [{ name: 'all', inputSize: 32, epochs: 2, unfrozenGroups: 5, learningRate: 1e-3 }],
    },
  };
});
afterEach(() => folder.remove());

describe('Training process', () => {
  it('When it is killed after an epoch and started again, then it goes on there and writes the model folder', async () => {
    const first = startTrainingProcess(job, (report) => report.kind === 'epoch' && process.kill(first.pid!, 'SIGKILL'));
    await expect(first.result).rejects.toMatchObject({ code: 'TRAINING_PROCESS_DIED', retriable: true });

    const reports: TrainingReport[] = [];
    const { version } = await startTrainingProcess(job, (report) => reports.push(report)).result;
    const epochs = reports.flatMap((report) => (report.kind === 'epoch' ? [report.record.epoch] : []));
    expect(epochs.at(-1)).toBe(2);
    // The kill may come before the next epoch has begun, and with it its checkpoint.
    expect(epochs.length).toBeLessThanOrEqual(2);
    expect(await readModelMetadata(job.outFolder)).toMatchObject({ version, labels: [{}, {}], name: 'tiny' });
  });

  it('When it is cancelled, then it ends with a checkpoint and says so', async () => {
    const run = startTrainingProcess(job, ({ kind }) => kind === 'epoch' && run.cancel());
    await expect(run.result).rejects.toMatchObject({ code: 'TRAINING_CANCELLED', retriable: true });
  });

  it('When the data set is missing, then the failure names it', async () => {
    const run = startTrainingProcess({ ...job, dataSetFolder: join(folder.path, 'nowhere') });
    await expect(run.result).rejects.toThrow(/nowhere/);
    await expect(run.result).rejects.toBeInstanceOf(TrainingProcessError);
  });
});
