import { join } from 'node:path';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Database } from '@shelfwatch/persistence';
import { FolderPictureStore, PictureStore } from '@shelfwatch/pictures';
import { HealthChecks, LOGGER, type Logger, PlatformModule } from '@shelfwatch/platform';
import { AccessGuard } from './access/access.guard.js';
import { IdentifyCaller } from './access/identify-caller.js';
import { DataSetsController } from './data-sets/data-sets.controller.js';
import { DataSets } from './data-sets/data-sets.service.js';
import { FreezeDataSet } from './data-sets/freeze-data-set.js';
import { WriteCropFolder } from './data-sets/write-crop-folder.js';
import { DEFAULT_IMPORT_LIMITS } from './imports/import-limits.js';
import { ImportPictures } from './imports/import-pictures.js';
import { ImportsController } from './imports/imports.controller.js';
import { Imports } from './imports/imports.service.js';
import { InferenceClient } from './models/inference.client.js';
import { ListModels } from './models/list-models.service.js';
import { ModelsController } from './models/models.controller.js';
import { openDatabase } from './open-database.js';
import { RETRAINING_SETTINGS, type RetrainingSettings } from './retraining.config.js';
import { RunFolders } from './runs/run-folders.js';
import { RunsController } from './runs/runs.controller.js';
import { TrainingRuns } from './runs/training-runs.service.js';
import { SamplesController } from './samples/samples.controller.js';

/** The only place where the service is put together. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static forRoot(settings: RetrainingSettings): DynamicModule {
    const { RUNS_DIR, MODELS_DIR } = settings;
    const dataSetsDir = settings.DATA_SETS_DIR ?? join(RUNS_DIR, '..', 'data-sets');
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot('retraining', settings)],
      controllers: [ModelsController, RunsController, ImportsController, DataSetsController, SamplesController],
      providers: [
        { provide: RETRAINING_SETTINGS, useValue: settings },
        { provide: APP_GUARD, useClass: AccessGuard },
        {
          provide: IdentifyCaller,
          useValue: new IdentifyCaller({ token: settings.RETRAINING_TOKEN, monitoringUrl: settings.MONITORING_URL }),
        },
        {
          provide: Database,
          inject: [LOGGER, HealthChecks],
          useFactory: (logger: Logger, health: HealthChecks) => openDatabase(settings.DATABASE_URL, logger, health),
        },
        { provide: PictureStore, useFactory: () => new FolderPictureStore(settings.PICTURES_DIR) },
        { provide: InferenceClient, useValue: new InferenceClient(settings.INFERENCE_URL) },
        {
          provide: ListModels,
          inject: [InferenceClient],
          useFactory: (inference: InferenceClient) => new ListModels(MODELS_DIR, inference),
        },
        { provide: RunFolders, useValue: new RunFolders(RUNS_DIR) },
        {
          provide: TrainingRuns,
          inject: [RunFolders, LOGGER],
          useFactory: (folders: RunFolders, log: Logger) =>
            new TrainingRuns(folders, { dataSetsDir, modelsDir: MODELS_DIR }, log),
        },
        {
          provide: ImportPictures,
          inject: [Database, PictureStore],
          useFactory: (database: Database, pictures: PictureStore) => new ImportPictures(database, pictures),
        },
        {
          provide: Imports,
          inject: [Database, ImportPictures, LOGGER],
          useFactory: (database: Database, importPictures: ImportPictures, logger: Logger) => {
            const places = { importDir: settings.IMPORT_DIR, uploadsDir: join(RUNS_DIR, '..', 'uploads') };
            return new Imports(database, importPictures, places, DEFAULT_IMPORT_LIMITS, logger);
          },
        },
        DataSets,
        FreezeDataSet,
        {
          provide: WriteCropFolder,
          inject: [Database, PictureStore],
          useFactory: (database: Database, pictures: PictureStore) =>
            new WriteCropFolder(database, pictures, join(RUNS_DIR, '..', 'crops')),
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
