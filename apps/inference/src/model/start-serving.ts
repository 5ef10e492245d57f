import type { Logger } from '@shelfwatch/platform';
import { modelBucketOf } from '@shelfwatch/vision/model-bucket';
import type { InferenceSettings } from '../inference.config.js';
import { loadThroughBucket } from './load-through-bucket.js';
import type { LoadModel } from './load-model.js';
import { ServedModels } from './served-models.js';
import { ServingMemory } from './serving-memory.js';
import { join } from 'node:path';

/** Loads what was served before the last end, or else the model of the configuration. @throws {ModelFolderError | EngineUnavailableError} */
export async function startServing(
  settings: InferenceSettings,
  loadFolder: LoadModel,
  logger: Logger,
): Promise<ServedModels> {
  const { MODEL_DIR, MODELS_DIR, INFERENCE_STATE_DIR } = settings;
  const bucket = modelBucketOf(settings);
  const load =
    bucket === undefined || MODELS_DIR === undefined ? loadFolder : loadThroughBucket(loadFolder, bucket, MODELS_DIR);
  const memory = new ServingMemory(INFERENCE_STATE_DIR && join(INFERENCE_STATE_DIR, 'serving.json'));
  const options = { load, modelsDir: MODELS_DIR, remember: memory.write.bind(memory), logger };
  const asked = MODELS_DIR === undefined ? undefined : await memory.read();
  if (asked === undefined || MODELS_DIR === undefined)
    return new ServedModels(await load(MODEL_DIR, undefined), options);
  try {
    const { folder } = asked.live;
    const models = new ServedModels(await load(join(MODELS_DIR, folder), folder), options);
    if (asked.shadow !== null)
      await models
        .serve(asked)
        .catch((error: unknown) => logger.warn({ err: error }, 'the shadow could not be loaded'));
    return models;
  } catch (error) {
    logger.error(
      { err: error },
      'what was served last cannot be loaded; serving the model of the configuration instead',
    );
    return new ServedModels(await load(MODEL_DIR, undefined), options);
  }
}
