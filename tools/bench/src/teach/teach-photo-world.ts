import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { RetrainingClient } from '@shelfwatch/retrain';
import { openPhotoWorld } from '@shelfwatch/shelfsim';
import type { BenchOptions } from '../bench.js';
import { TestPlatform } from '../events/test-platform.js';
import { freezeAndTrain, importShoot } from './teach-through-service.js';

/** Training pictures of each product as a camera sees it on the shelf; `empty` and `occluded` get four times as many. */
const PER_CLASS = 50;
const PHOTOS_PER_CLASS = 60;
const OVERRIDE = { reason: 'the shop of photographs sells other products than the demonstration shop' };

export interface TaughtModel {
  /** Model folder. */
  folder: string;
  modelVersion: string;
  /** From the first training picture until it was live. */
  seconds: number;
  /** Measured on facings that were not trained on. */
  top1: number;
}

/**
 * Teaches a platform the products of a data set from its training photographs, through the retraining service, lets that model go live, and keeps it.
 *
 * @param folder where the model folder is copied to
 */
export async function teachPhotoWorld(
  folder: string,
  { data, seed, progress }: Pick<BenchOptions, 'data' | 'seed' | 'progress'>,
): Promise<TaughtModel> {
  if (data === undefined)
    throw new RangeError('--world photos needs --data DIR with train.txt, val.txt and classes.csv.');
  const platform = await TestPlatform.start(progress, { retraining: true });
  try {
    const started = performance.now();
    const client = new RetrainingClient(platform.retrainingUrl);
    const { products, artist } = await openPhotoWorld(data, 'training', PHOTOS_PER_CLASS);
    await importShoot(client, 'photos', { products, artist, perClass: PER_CLASS, seed: `teach/${seed}` }, { progress });
    const request = { name: 'photos', strategy: 'feature-extraction', seed, options: { headViews: 2 } } as const;
    const { run } = await freezeAndTrain(client, 'photos', request, { progress });
    const modelVersion = run.modelVersion!;
    await client.promote(modelVersion, { to: 'live', override: OVERRIDE });
    const seconds = (performance.now() - started) / 1_000;
    await cp(join(platform.modelsDir, modelVersion), folder, { recursive: true });
    return { folder, modelVersion, seconds, top1: run.metrics['top1'] ?? 0 };
  } finally {
    await platform.stop();
  }
}
