import type { Logger } from '@shelfwatch/platform';
import { openEngine } from '@shelfwatch/vision/serving';
import { ImageBatcher } from '../batching/image-batcher.js';
import type { InferenceMetrics } from '../batching/inference-metrics.js';
import type { InferenceSettings } from '../inference.config.js';
import { endProcess } from './end-process.js';
import { ModelInstance } from './model-instance.js';

type ModelSettings = Pick<
  InferenceSettings,
  'INFERENCE_ENGINE' | 'INFERENCE_STREAMS' | 'INFERENCE_THREADS' | 'INFERENCE_MAX_BATCH' | 'INFERENCE_MAX_WAIT_MS'
>;

/** Loads a model folder and warms it up. @throws {ModelFolderError | EngineUnavailableError} */
export type LoadModel = (path: string, folder: string | undefined) => Promise<ModelInstance>;

/** Says in the log which engine computes, why, and how long it took. */
export const modelLoader =
  (settings: ModelSettings, metrics: InferenceMetrics, logger: Logger): LoadModel =>
  async (path, folder) => {
    const started = performance.now();
    logger.info({ engine: settings.INFERENCE_ENGINE, path }, 'loading the model');
    const { engine, metadata, choice, passedOver } = await openEngine(settings.INFERENCE_ENGINE, path, {
      streams: settings.INFERENCE_STREAMS,
      threads: settings.INFERENCE_THREADS,
      maxBatch: settings.INFERENCE_MAX_BATCH,
      onFailure: endProcess(logger, 'the engine'),
    });
    for (const reason of passedOver) logger.warn(reason);
    const warmUpMs = Math.round(performance.now() - started);
    const { name, maxBatch, count: streams, threads } = engine;
    const { version, labels } = metadata;
    const facts = {
      engine: name,
      why: choice.why,
      streams,
      threads,
      maxBatch,
      modelVersion: version,
      classes: labels.length,
      warmUpMs,
    };
    logger.info(facts, 'the model is warm');
    const maxWaitMs = settings.INFERENCE_MAX_WAIT_MS ?? (name === 'tfjs-node-gpu' ? 2 : 0);
    const batcher = new ImageBatcher(engine, metrics, { maxBatch, maxWaitMs, streams, ahead: 1 });
    return new ModelInstance(metadata, engine, batcher, folder, warmUpMs);
  };
