import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { Database } from '@shelfwatch/persistence';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { WriteCropFolder } from '../data-sets/write-crop-folder.js';
import { CompareModels } from '../registry/compare-models.js';
import { ModelStore } from '../registry/model-store.js';
import { RegisterModel } from '../registry/register-model.js';
import type { RetrainingSettings } from '../retraining.config.js';
import { codeVersion } from './code-version.js';
import { FinishRun } from './finish-run.js';
import { PrepareRun } from './prepare-run.js';
import { RunFolders } from './run-folders.js';
import { TrainingRuns } from './training-runs.service.js';

/** Training runs, for the composition root. */
export const runProviders = ({ RETRAINING_DIR }: RetrainingSettings): Provider[] => [
  { provide: RunFolders, useValue: new RunFolders(join(RETRAINING_DIR, 'runs')) },
  {
    provide: PrepareRun,
    inject: [Database, ModelStore, WriteCropFolder, RunFolders],
    useFactory: (database: Database, store: ModelStore, crops: WriteCropFolder, folders: RunFolders) => {
      const places = { embeddingsDir: join(RETRAINING_DIR, 'embeddings'), codeVersion: codeVersion() };
      return new PrepareRun(database, store, crops, folders, places);
    },
  },
  {
    provide: FinishRun,
    inject: [ModelStore, RegisterModel, CompareModels, RunFolders],
    useFactory: (store: ModelStore, registry: RegisterModel, compare: CompareModels, folders: RunFolders) =>
      new FinishRun(store, registry, compare, folders),
  },
  {
    provide: TrainingRuns,
    inject: [RunFolders, PrepareRun, FinishRun, LOGGER],
    useFactory: (folders: RunFolders, prepare: PrepareRun, finish: FinishRun, log: Logger) =>
      new TrainingRuns(folders, prepare, (run, onPicture) => finish.finish(run, onPicture), log),
  },
];
