import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cropRegion, openEngine } from '@shelfwatch/vision/serving';
import {
  type CropDataSet,
  expectedCalibrationError,
  openCropDataSet,
  recommendedOptions,
  TRAINING_STRATEGIES,
  type TrainingStrategy,
} from '@shelfwatch/vision/training';
import { startTrainingProcess, type TrainingReport } from '@shelfwatch/vision/training-process';
import type { Bench, BenchOptions, Figures } from '../bench.js';
import { classifyConfig } from '../classify/classify.config.js';
import { readPictureLists } from './read-picture-lists.js';
import { scoreTransfer } from './score-transfer.js';
import { type PhotoCrops, writePhotoCrops } from './write-photo-crops.js';

/** How much the model learns from photographs of products that it has never seen, and what that costs. */
export const transferBench: Bench = {
  name: 'transfer',
  summary:
    'transfer learning on a folder of labelled photographs (--data DIR --strategy S): accuracy, calibration, time, memory',
  async run(options: BenchOptions): Promise<Figures> {
    const { data, progress } = options;
    if (data === undefined) throw new RangeError('Say which photographs: --data DIR with train.txt and test.txt.');
    const strategy = strategyOf(options.strategy);
    const lists = await readPictureLists(data);
    const folder = await mkdtemp(join(tmpdir(), 'shelfwatch-transfer-'));
    try {
      const started = performance.now();
      const dataSetFolder = join(folder, 'crops');
      const photos = await writePhotoCrops(lists, dataSetFolder, (done, total) =>
        progress(`reading ${done} of ${total} pictures`),
      );
      const modelFolder = join(folder, 'model');
      const trained = await trainModel({ ...{ options, strategy, photos, folder, dataSetFolder, modelFolder } });
      const wallSeconds = (performance.now() - started) / 1_000;
      const figures = await measure(modelFolder, dataSetFolder, photos);
      return {
        strategy,
        testFile: lists.testFile,
        ...{ classes: photos.labels.length, trainPictures: photos.split.train.length },
        ...figures,
        ...{ wallSeconds, peakMemoryMb: trained.peakMemoryMb, backend: trained.backend },
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function strategyOf(name: string | undefined): TrainingStrategy {
  const found = TRAINING_STRATEGIES.find((strategy) => strategy === (name ?? 'progressive'));
  if (found !== undefined) return found;
  throw new RangeError(`--strategy must be one of ${TRAINING_STRATEGIES.join(', ')}, not "${name}".`);
}

async function trainModel(run: {
  options: BenchOptions;
  strategy: TrainingStrategy;
  photos: PhotoCrops;
  folder: string;
  dataSetFolder: string;
  modelFolder: string;
}): Promise<{ peakMemoryMb: number; backend: string }> {
  const { options, strategy, photos, folder, dataSetFolder, modelFolder } = run;
  const { labels, split } = photos;
  const facts = { classes: labels.length, trainPictures: split.train.length, kind: 'photographs' } as const;
  let backend = '';
  const training = startTrainingProcess(
    {
      ...{ name: 'transfer', dataSetFolder, outFolder: modelFolder, workFolder: join(folder, 'work'), split },
      startFolder: options.start ?? classifyConfig().MODEL_DIR,
      options: { ...recommendedOptions(facts, strategy, 224), seed: options.seed },
    },
    (report) => {
      if (report.kind === 'backend') backend = report.name;
      const line = lineOf(report);
      if (line !== undefined) options.progress(line);
    },
  );
  const { peakMemoryMb } = await training.result;
  return { peakMemoryMb, backend };
}

let shownAt = -Infinity;

function lineOf(report: TrainingReport): string | undefined {
  if (report.kind === 'backend') return `computing with ${report.name}`;
  if (report.kind === 'epoch') {
    const { phase, epoch, loss, top1, macroF1, seconds } = report.record;
    return `${phase}, epoch ${epoch}: loss ${loss.toFixed(3)}, validation top-1 ${top1.toFixed(3)}, macro-F1 ${macroF1.toFixed(3)}, ${seconds.toFixed(0)} s`;
  }
  if (report.kind !== 'progress' || performance.now() - shownAt < 15_000) return undefined;
  shownAt = performance.now();
  const { stage, done, remainingMs, imagesPerSecond } = report.progress;
  const minutes = remainingMs === null ? '?' : (remainingMs / 60_000).toFixed(1);
  return `${stage}: ${(done * 100).toFixed(0)} %, ${imagesPerSecond.toFixed(0)} pictures/s, about ${minutes} minutes to go`;
}

/** By the model as it would be served: the exported file in the default engine. */
async function measure(modelFolder: string, dataSetFolder: string, photos: PhotoCrops): Promise<Figures> {
  const { split, labels, coarseOf } = photos;
  const dataSet = openCropDataSet(dataSetFolder);
  const { engine, metadata } = await openEngine('auto', modelFolder);
  try {
    const indexes = split.test.length > 0 ? split.test : split.validation;
    const truths = indexes.map((index) => dataSet.items[index]!.label);
    const probabilities = new Float32Array(indexes.length * labels.length);
    for (let at = 0; at < indexes.length; at += 16) {
      const batch = indexes.slice(at, at + 16);
      const pixels = readCrops(dataSet, batch, metadata.architecture.inputSize);
      probabilities.set(await engine.classify(pixels, batch.length), at * labels.length);
    }
    const answers = truths.map((_, row) =>
      likeliest(probabilities.subarray(row * labels.length, (row + 1) * labels.length)),
    );
    return {
      testPictures: truths.length,
      ...scoreTransfer(truths, answers, coarseOf),
      ece: expectedCalibrationError(probabilities.map(Math.log), truths, labels.length, { temperature: 1 }),
      temperature: metadata.temperature,
    };
  } finally {
    await engine.dispose();
    dataSet.close();
  }
}

const whole = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;

function readCrops(dataSet: CropDataSet, indexes: readonly number[], size: number): Uint8Array {
  const { cropSize } = dataSet;
  const crop = new Uint8Array(cropSize * cropSize * 3);
  const pixels = new Uint8Array(indexes.length * size * size * 3);
  indexes.forEach((index, place) => {
    dataSet.read(index, crop);
    const into = pixels.subarray(place * size * size * 3, (place + 1) * size * size * 3);
    cropRegion({ width: cropSize, height: cropSize, data: crop }, whole, { size, margin: 0, into });
  });
  return pixels;
}

const likeliest = (row: Float32Array): number =>
  row.reduce((best, probability, label) => (probability > row[best]! ? label : best), 0);
