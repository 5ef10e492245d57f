import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { Database } from '@shelfwatch/persistence';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { WriteCropFolder } from '../data-sets/write-crop-folder.js';
import { modelBucketOf } from '@shelfwatch/vision/model-bucket';
import type { RetrainingSettings } from '../retraining.config.js';
import { CompareModels } from './compare-models.js';
import { ImportModel } from './import-model.js';
import { InferenceClient } from './inference.client.js';
import { KeepServing } from './keep-serving.js';
import { ModelStore } from './model-store.js';
import { PromoteModel } from './promote-model.js';
import { RegisterModel } from './register-model.js';
import { Registry } from './registry.service.js';

/** The registry, for the composition root. */
export const registryProviders = (settings: RetrainingSettings): Provider[] => [
  { provide: InferenceClient, useValue: new InferenceClient(settings.INFERENCE_URL) },
  { provide: ModelStore, useValue: new ModelStore(settings.MODELS_DIR, modelBucketOf(settings)) },
  RegisterModel,
  Registry,
  {
    provide: ImportModel,
    inject: [ModelStore, RegisterModel],
    useFactory: (store: ModelStore, registry: RegisterModel) =>
      new ImportModel(store, registry, join(settings.RETRAINING_DIR, 'uploads')),
  },
  {
    provide: CompareModels,
    inject: [Database, ModelStore, WriteCropFolder],
    useFactory: (database: Database, store: ModelStore, crops: WriteCropFolder) =>
      new CompareModels(database, store, crops, join(settings.RETRAINING_DIR, 'judged')),
  },
  {
    provide: PromoteModel,
    inject: [Database, InferenceClient, CompareModels, LOGGER],
    useFactory: (database: Database, inference: InferenceClient, compare: CompareModels, log: Logger) =>
      new PromoteModel(database, inference, compare, log),
  },
  {
    provide: KeepServing,
    inject: [Database, ModelStore, RegisterModel, InferenceClient, LOGGER],
    useFactory: (
      database: Database,
      store: ModelStore,
      registry: RegisterModel,
      inference: InferenceClient,
      log: Logger,
    ) => new KeepServing(settings.MODEL_DIR, database, store, registry, inference, log),
  },
];
