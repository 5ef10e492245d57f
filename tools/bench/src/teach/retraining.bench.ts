import { join } from 'node:path';
import { RetrainingClient } from '@shelfwatch/retrain';
import { PRODUCTS } from '@shelfwatch/shelfsim';
import { ThreadedEngine } from '@shelfwatch/vision/serving';
import type { Bench, BenchOptions, Figures } from '../bench.js';
import { heldOutCrops } from '../classify/held-out-crops.js';
import { type ClassRecall, recallByClass } from './recall-by-class.js';
import { TestPlatform } from '../events/test-platform.js';
import { freezeAndTrain, importShoot } from './teach-through-service.js';

const DATA_SET = 'demo';
/** Pictures of each product that is taught from the start, and of the one that comes later. */
const PER_CLASS = 60;
const PICTURES_OF_NEW = 30;
/** Every so many products one is held out, to see whether the model knows a stranger. */
const STRANGER_EVERY = 25;

/** The demonstration shop taught through the service's own API, and then one product more: how good, how fast, what it costs the others. */
export const retrainingBench: Bench = {
  name: 'retraining',
  summary:
    'the demonstration shop taught through the retraining service, then one new product: accuracy, time until live',
  async run(options: BenchOptions): Promise<Figures> {
    const platform = await TestPlatform.start(options.progress, { retraining: true });
    try {
      const client = new RetrainingClient(platform.retrainingUrl);
      const modelPath = (version: string) => join(platform.modelsDir, version);
      const gtins = PRODUCTS.map(({ gtin }) => gtin as string);
      const newcomer = gtins[Math.abs(options.seed * 7 + 3) % gtins.length]!;
      const strangers = gtins.filter((gtin, index) => index % STRANGER_EVERY === 0 && gtin !== newcomer);
      const demo = await teachDemo(client, options, { newcomer, strangers });
      const live = { to: 'live', override: { reason: 'it was taught for this measurement' } } as const;
      await client.promote(demo.version, live);
      const before = await measure(modelPath(demo.version), options);
      const added = await addProduct(client, options, { newcomer, strangers });
      const after = await measure(modelPath(added.version), options);
      return {
        retrained: demo.figures,
        addProduct: { ...added.figures, ...compare(before, after, newcomer) },
      };
    } finally {
      await platform.stop();
    }
  },
};

interface Cast {
  /** Comes to the assortment later. */
  newcomer: string;
  /** Never taught. */
  strangers: readonly string[];
}
interface Taught {
  version: string;
  figures: Figures;
}

async function teachDemo(
  client: RetrainingClient,
  options: BenchOptions,
  { newcomer, strangers }: Cast,
): Promise<Taught> {
  const { seed, progress } = options;
  const started = performance.now();
  const shoot = { perClass: PER_CLASS, seed: `retraining/${seed}` };
  await importShoot(client, DATA_SET, shoot, { wanted: (label) => label !== newcomer, progress });
  const imported = performance.now();
  const { run, version } = await freezeAndTrain(
    client,
    DATA_SET,
    { name: 'demo', strategy: strategyOf(options), seed },
    { freeze: { holdOut: [...strangers], seed }, progress },
  );
  const { evaluation } = await client.model(run.modelVersion!);
  return {
    version: run.modelVersion!,
    figures: {
      ...{ classes: version.classes, trainPictures: version.counts.train, testPictures: evaluation?.items ?? 0 },
      ...{ top1: evaluation?.top1 ?? 0, macroF1: evaluation?.macroF1 ?? 0, ece: evaluation?.calibration.eceAfter ?? 0 },
      unknownAuroc: evaluation?.unknown?.auroc ?? 0,
      ...{ importSeconds: (imported - started) / 1_000, trainSeconds: (performance.now() - imported) / 1_000 },
    },
  };
}

/** From the first of its pictures until it is live, by the gate or past it. */
async function addProduct(
  client: RetrainingClient,
  options: BenchOptions,
  { newcomer, strangers }: Cast,
): Promise<Taught> {
  const { seed, progress } = options;
  const shoot = {
    ...{ perClass: PICTURES_OF_NEW, seed: `retraining/${seed}/new`, specialFactor: 0 },
    products: PRODUCTS.filter(({ gtin }, index) => gtin === newcomer || index % 10 === 1),
  };
  const started = performance.now();
  const pictures = await importShoot(client, DATA_SET, shoot, { wanted: (label) => label === newcomer, progress });
  const { run } = await freezeAndTrain(
    client,
    DATA_SET,
    { name: 'demo', strategy: 'feature-extraction', seed },
    { freeze: { holdOut: [...strangers], seed }, progress },
  );
  const version = run.modelVersion!;
  const gate = await client.gate(version);
  await client.promote(version, {
    to: 'live',
    ...(gate.passed ? {} : { override: { reason: 'the gate did not pass; see the figures' } }),
  });
  const worst = Math.max(0, ...gate.classes.map((it) => it.before - it.after));
  return {
    version,
    figures: {
      pictures,
      gatePassed: gate.passed,
      worstClassLoss: worst,
      secondsUntilLive: (performance.now() - started) / 1_000,
    },
  };
}

/** On shelves that no training has seen. */
async function measure(modelFolder: string, { seed, progress }: BenchOptions): Promise<ClassRecall> {
  const engine = new ThreadedEngine('onnxruntime');
  const metadata = await engine.load(modelFolder);
  try {
    return await recallByClass(engine, metadata, heldOutCrops(seed, progress));
  } finally {
    await engine.dispose();
  }
}

function compare(before: ClassRecall, after: ClassRecall, newcomer: string): Figures {
  const known = [...before].filter(([label]) => after.has(label) && label !== newcomer);
  const mean = (recall: ClassRecall) => known.reduce((sum, [label]) => sum + recall.get(label)!, 0) / known.length;
  return {
    recallOfNew: after.get(newcomer) ?? 0,
    meanRecallOfOldBefore: mean(before),
    meanRecallOfOldAfter: mean(after),
    classesThatLost: known.filter(([label, recall]) => after.get(label)! < recall - 0.01).length,
  };
}

const strategyOf = ({ strategy }: BenchOptions) =>
  strategy === 'fine-tuning' || strategy === 'progressive' ? strategy : 'feature-extraction';
