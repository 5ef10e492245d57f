import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  calibrationErrorOf,
  judgeModelFolder,
  openCropDataSet,
  recommendedOptions,
  startTrainingProcess,
  TRAINING_STRATEGIES,
  type TrainingReport,
  type TrainingStrategy,
} from '@shelfwatch/vision/training-process';
import { prepareTrainingBackend } from './prepare-training-backend.js';
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
    await prepareTrainingBackend(progress);
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
  const { labels, split, shapesVary } = photos;
  const trainPictures = split.train.length;
  const facts = { classes: labels.length, trainPictures, kind: 'photographs', shapesVary } as const;
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
  try {
    const indexes = split.test.length > 0 ? split.test : split.validation;
    const { metadata, judged } = await judgeModelFolder(modelFolder, dataSet, indexes);
    const numberOf = new Map(labels.map(({ label }, number) => [label, number]));
    const truths = indexes.map((index) => dataSet.items[index]!.label);
    const answers = judged.map(({ answer }) => numberOf.get(answer)!);
    return {
      testPictures: truths.length,
      ...scoreTransfer(truths, answers, coarseOf),
      ece: calibrationErrorOf(
        judged.map(({ confidence, actual, answer }) => ({ confidence, isRight: actual === answer })),
      ),
      temperature: metadata.temperature,
    };
  } finally {
    dataSet.close();
  }
}
