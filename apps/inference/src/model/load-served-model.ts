import type { HealthChecks, Logger } from '@shelfwatch/platform';
import { chooseEngine, readModelMetadata, ThreadedEngine } from '@shelfwatch/vision/serving';
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
  const { name, why } = chooseEngine(settings.INFERENCE_ENGINE);
  // Before the thread is started, so that a wrong folder is told at once.
  await readModelMetadata(settings.MODEL_DIR);
  logger.info({ engine: name, why, modelDir: settings.MODEL_DIR }, 'loading the model');
  const engine = new ThreadedEngine(name, {
    threads: settings.INFERENCE_THREADS,
    maxBatch: settings.INFERENCE_MAX_BATCH,
    onFailure: endProcess(logger, 'the engine'),
  });
  const metadata = await engine.load(settings.MODEL_DIR);
  const warmUpMs = Math.round(performance.now() - started);
  logger.info(
    { engine: name, modelVersion: metadata.version, classes: metadata.labels.length, warmUpMs },
    'the model is warm',
  );
  health.register('engine', async () => {
    if (engine.failure !== undefined) throw engine.failure;
    return `${name}, ${metadata.version}`;
  });
  return new ServedModel(metadata, engine, warmUpMs);
}
