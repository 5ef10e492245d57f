import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTrainingBackend } from '../backend/training-backend.js';
import { openCropDataSet } from '../dataset/open-crop-data-set.js';
import { splitByGroup } from '../dataset/split-by-group.js';
import { readWeightsFolder } from '../weights-import/read-weights-folder.js';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { EVALUATION_FILE } from '../model-folder/model-metadata.js';
import { writeModelFolder } from '../model-folder/write-model-folder.js';
import { plainModelCard } from './plain-model-card.js';
import { train, type TrainingResult } from '../training/train.js';
import { defaultTrainingOptions } from '../training/training-options.js';
import type { TrainingJob, TrainingReport } from './training-job.js';

/** Facts for a model card, beside the metadata. */
export interface CardFacts {
  job: TrainingJob;
  result: TrainingResult;
  labels: readonly { label: string; name: string }[];
  counts: { train: number; validation: number; test: number };
  backend: string;
}

export type WriteModelCard = (facts: CardFacts) => (metadata: ModelMetadata) => string;

/**
 * Trains in this process, from a data set folder to a model folder.
 *
 * @param report hears the backend, progress, epochs and the end; failures are thrown
 */
export async function runTrainingJob(
  job: TrainingJob,
  report: (report: TrainingReport) => void,
  options: { signal?: AbortSignal; modelCard?: WriteModelCard } = {},
): Promise<ModelMetadata> {
  const dataSet = openCropDataSet(job.dataSetFolder);
  try {
    const backend = await openTrainingBackend(job.backend);
    report({ kind: 'backend', ...backend });
    const startWeights = job.startFolder === undefined ? undefined : await readWeightsFolder(job.startFolder);
    const trainingOptions = { ...defaultTrainingOptions, ...job.options };
    const { split, architecture, workFolder, cacheFolder } = job;
    const sides = 'train' in split ? split : splitByGroup(dataSet.items, split, trainingOptions.seed);
    const result = await train({
      ...{ dataSet, split: sides, architecture, startWeights, workFolder, cacheFolder, options: trainingOptions },
      onProgress: (progress) => report({ kind: 'progress', progress }),
      onEpoch: (record) => report({ kind: 'epoch', record }),
      signal: options.signal,
    });
    const counts = {
      train: sides.train.length,
      validation: sides.validation.length,
      test: sides.test.length,
    };
    const facts = { job, result, labels: dataSet.labels, counts, backend: backend.name };
    await mkdir(job.outFolder, { recursive: true });
    await writeFile(join(job.outFolder, EVALUATION_FILE), JSON.stringify(result.evaluation));
    const metadata = await writeModelFolder(job.outFolder, {
      ...{ name: job.name, createdAt: new Date().toISOString(), codeVersion: job.codeVersion },
      architecture,
      labels: [...dataSet.labels],
      ...{ temperature: result.temperature, unknownBelow: result.unknownBelow, weights: result.weights },
      ...{ dataSetHash: dataSet.hash, metrics: result.metrics },
      training: plainData({
        backend: backend.name,
        ...counts,
        seconds: Math.round(result.seconds),
        ...trainingOptions,
      }),
      modelCard: (options.modelCard ?? plainModelCard)(facts),
    });
    const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
    report({ kind: 'done', version: metadata.version, metrics: result.metrics, seconds: result.seconds, peakMemoryMb });
    return metadata;
  } finally {
    dataSet.close();
  }
}

const plainData = (value: object) => JSON.parse(JSON.stringify(value)) as ModelMetadata['training'];
