import type * as tf from '@tensorflow/tfjs';
import { EmbeddingCache } from '../embedding/embedding-cache.js';
import { openEmbedder } from '../embedding/open-embedder.js';
import { networkOf } from '../backbone/backbones.js';
import { readWeights } from '../backbone/named-weights.js';
import { embedViews, networkDigest } from './embed-views.js';
import { forwardCost } from './estimate-work.js';
import type { progressReporter } from './progress-reporter.js';
import { targetRowsOf } from './target-rows-of.js';
import type { TrainingRun } from './train.js';
import { trainHead } from './train-head.js';

/** The first stage of every strategy: a classifier on the frozen backbone's embeddings, which are computed once and kept. */
export async function startHead(
  model: tf.LayersModel,
  run: TrainingRun,
  report: ReturnType<typeof progressReporter>,
): Promise<void> {
  const { dataSet, split, options } = run;
  const inputSize = options.phases[0]?.inputSize ?? run.architecture.inputSize;
  const embedder = await openEmbedder(model, networkOf({ ...run.architecture, inputSize }));
  const network = networkDigest(readWeights(model), inputSize);
  const cache = new EmbeddingCache(run.cacheFolder ?? run.workFolder, network, embedder.width);
  try {
    const { embeddings, labels } = await embedViews(dataSet, split.train, {
      ...{ embedder, inputSize, cache, signal: run.signal },
      ...{ views: options.headViews, augmentation: options.headAugmentation, seed: options.seed },
      onCrops: (crops) => report.batch(crops, forwardCost(inputSize), { stage: 'embed' }),
    });
    const rows = targetRowsOf(dataSet, split.train, options);
    await trainHead(model, embeddings, labels, rows, options, (epoch, loss) =>
      report.batch(0, 0, { stage: 'head', epoch, epochs: options.headEpochs, loss }),
    );
  } finally {
    cache.close();
    await embedder.dispose();
  }
}
