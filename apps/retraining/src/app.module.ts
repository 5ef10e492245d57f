import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LOGGER, type Logger, PlatformModule } from '@shelfwatch/platform';
import { join } from 'node:path';
import { TokenGuard } from './access/token.guard.js';
import { InferenceClient } from './models/inference.client.js';
import { ListModels } from './models/list-models.service.js';
import { ModelsController } from './models/models.controller.js';
import { RETRAINING_SETTINGS, type RetrainingSettings } from './retraining.config.js';
import { RunFolders } from './runs/run-folders.js';
import { RunsController } from './runs/runs.controller.js';
import { TrainingRuns } from './runs/training-runs.service.js';

/** The only place where the service is put together. */
@Module({})
export class AppModule {
  static forRoot(settings: RetrainingSettings): DynamicModule {
    const dataSetsDir = settings.DATA_SETS_DIR ?? join(settings.RUNS_DIR, '..', 'data-sets');
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot('retraining', settings)],
      controllers: [ModelsController, RunsController],
      providers: [
        { provide: RETRAINING_SETTINGS, useValue: settings },
        { provide: APP_GUARD, useClass: TokenGuard },
        { provide: InferenceClient, useValue: new InferenceClient(settings.INFERENCE_URL) },
        {
          provide: ListModels,
          inject: [InferenceClient],
          useFactory: (inference: InferenceClient) => new ListModels(settings.MODELS_DIR, inference),
        },
        { provide: RunFolders, useValue: new RunFolders(settings.RUNS_DIR) },
        {
          provide: TrainingRuns,
          inject: [RunFolders, LOGGER],
          useFactory: (folders: RunFolders, log: Logger) =>
            new TrainingRuns(folders, { dataSetsDir, modelsDir: settings.MODELS_DIR }, log),
        },
      ],
    };
  }
}
