import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { VisionError } from '@shelfwatch/vision/serving';
import {
  type DataSetSplit,
  openCropDataSet,
  runTrainingJob,
  trainingBackends,
  trainingJob,
  type TrainingJobInput,
} from '@shelfwatch/vision/training';
import { ConsoleProgress } from './console-progress.js';
import { type DataSetPlan, sideOf } from './data-set-plan.js';
import { demoOptions, RECIPES } from './demo-options.js';
import { exportPictures } from './export-pictures.js';
import { demoModelCard } from './model-card.js';
import { shootDataSet } from './shoot-data-set.js';

const root = join(import.meta.dirname, '..', '..', '..');
const shipped = join(root, 'libs', 'vision', 'models', 'demo-shop');

const usage = `Trains the model of the demonstration shop on pictures of the simulator, and writes the model folder.

Usage: npm run train:demo -- [options]
  --recipe quick|full   classifier only (minutes), or all layers (about an hour on 2 cores; default)
  --out DIR             model folder to write (default: libs/vision/models/demo-shop)
  --weights DIR         backbone to start from: a folder with weights.json (default: the shipped model's own)
  --per-class N         training pictures of each product (default 60)
  --seed N              of pictures and training (default 1)
  --backend NAME        auto, ${trainingBackends.join(', ')} (default auto: the fastest that works)
  --pictures DIR        only writes the training pictures there, a folder for each class, for "npm run retrain -- import"
  --work DIR            crops and checkpoint (default: .shelfwatch/train-demo); a stopped run goes on from there`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      recipe: { type: 'string', default: 'full' },
      out: { type: 'string', default: shipped },
      weights: { type: 'string', default: shipped },
      'per-class': { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      backend: { type: 'string', default: 'auto' },
      pictures: { type: 'string' },
      work: { type: 'string', default: join(root, '.shelfwatch', 'train-demo') },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(usage);
  if (values.pictures !== undefined) return writePictures(values.pictures, values['per-class'], values.seed);
  const recipe = oneOf('--recipe', RECIPES, values.recipe);
  const progress = new ConsoleProgress();
  const backend = oneOf('--backend', ['auto', ...trainingBackends] as const, values.backend);
  const plan: DataSetPlan = {
    seed: `train-demo/${values.seed}`,
    perClass: { train: positive('--per-class', values['per-class']), validation: 5, test: 10 },
  };
  const dataSetFolder = await shootDataSet(plan, values.work, (done, total) =>
    progress.show(`shooting: ${done} of about ${total} crops`),
  );
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const job = trainingJob.parse({
    ...{ name: 'demo-shop', dataSetFolder, outFolder: values.out, startFolder: values.weights, backend },
    workFolder: join(values.work, recipe),
    codeVersion: codeVersion(),
    split: splitOf(dataSetFolder),
    options: demoOptions(recipe, positive('--seed', values.seed)),
  } satisfies TrainingJobInput);
  await runTrainingJob(job, (report) => progress.report(report), {
    signal: stop.signal,
    modelCard: demoModelCard(recipe),
  });
}

async function writePictures(folder: string, perClass: string, seed: string): Promise<void> {
  const progress = new ConsoleProgress();
  const shoot = { perClass: positive('--per-class', perClass), seed: `train-demo/${seed}/train` };
  const written = await exportPictures(shoot, folder, {
    onCrop: (done) => progress.show(`wrote ${done} pictures`),
  });
  console.log(`${written} pictures in ${folder}; teach them with: npm run retrain -- import demo ${folder}`);
}

/** The sides were shot apart; their groups tell them. */
function splitOf(folder: string): DataSetSplit {
  const dataSet = openCropDataSet(folder);
  const split: DataSetSplit = { train: [], validation: [], test: [] };
  dataSet.items.forEach(({ group }, index) => split[sideOf(group)].push(index));
  dataSet.close();
  return split;
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new RangeError(`${option} must be one of ${choices.join(', ')}, not "${value}".`);
  return choice;
}

function positive(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`${option} must be a whole number from 1, not "${value}".`);
  return number;
}

function codeVersion(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

try {
  await main();
} catch (error) {
  const isExpected =
    error instanceof VisionError ||
    error instanceof RangeError ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE');
  console.error(isExpected ? `✖ ${(error as Error).message}` : error);
  process.exitCode = 1;
}
