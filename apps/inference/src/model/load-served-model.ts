import type { HealthChecks, Logger } from '@shelfwatch/platform';
import { openEngine } from '@shelfwatch/vision/serving';
import type { InferenceSettings } from '../inference.config.js';
import { endProcess } from './end-process.js';
import { ServedModel } from './served-model.js';

type ModelSettings = Pick<
  InferenceSettings,
  'INFERENCE_ENGINE' | 'INFERENCE_THREADS' | 'INFERENCE_MAX_BATCH' | 'MODEL_DIR'
>;

/**
 * Loads the model of the configuration and warms it up; says in the log which engine computes, why, and how long it took.
 *
 * @throws {ModelFolderError | EngineUnavailableError}
 */
export async function loadServedModel(
  settings: ModelSettings,
  logger: Logger,
  health: HealthChecks,
): Promise<ServedModel> {
  const started = performance.now();
  logger.info({ engine: settings.INFERENCE_ENGINE, modelDir: settings.MODEL_DIR }, 'loading the model');
  const { engine, metadata, choice, passedOver } = await openEngine(settings.INFERENCE_ENGINE, settings.MODEL_DIR, {
    threads: settings.INFERENCE_THREADS,
    maxBatch: settings.INFERENCE_MAX_BATCH,
    onFailure: endProcess(logger, 'the engine'),
  });
  for (const reason of passedOver) logger.warn(reason);
  const warmUpMs = Math.round(performance.now() - started);
  logger.info(
    {
      engine: engine.name,
      why: choice.why,
      maxBatch: engine.maxBatch,
      modelVersion: metadata.version,
      classes: metadata.labels.length,
      warmUpMs,
    },
    'the model is warm',
  );
  health.register('engine', async () => {
    if (engine.failure !== undefined) throw engine.failure;
    return `${engine.name}, ${metadata.version}`;
  });
  return new ServedModel(metadata, engine, warmUpMs);
}
