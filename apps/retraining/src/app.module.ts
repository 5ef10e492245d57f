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
import { LabellingController } from './labelling/labelling.controller.js';
import { ListLabelTasks } from './labelling/list-label-tasks.js';
import { TakeLabels } from './labelling/take-labels.js';
import { FindMislabels } from './mislabels/find-mislabels.js';
import { MislabelSearches } from './mislabels/mislabel-searches.service.js';
import { MislabelsController } from './mislabels/mislabels.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { openDatabase } from './open-database.js';
import { registryProviders } from './registry/registry.providers.js';
import { RegistryController } from './registry/registry.controller.js';
import { RETRAINING_SETTINGS, type RetrainingSettings } from './retraining.config.js';
import { runProviders } from './runs/run.providers.js';
import { RunsController } from './runs/runs.controller.js';
import { SamplesController } from './samples/samples.controller.js';

/** The only place where the service is put together. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static forRoot(settings: RetrainingSettings): DynamicModule {
    const { RETRAINING_DIR } = settings;
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot('retraining', settings)],
      controllers: [
        RegistryController,
        RunsController,
        ImportsController,
        DataSetsController,
        MislabelsController,
        SamplesController,
        LabellingController,
        OpenApiController,
      ],
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
        ...registryProviders(settings),
        ...runProviders(settings),
        {
          provide: ImportPictures,
          inject: [Database, PictureStore],
          useFactory: (database: Database, pictures: PictureStore) => new ImportPictures(database, pictures),
        },
        {
          provide: Imports,
          inject: [Database, ImportPictures, LOGGER],
          useFactory: (database: Database, importPictures: ImportPictures, logger: Logger) => {
            const places = { importDir: settings.IMPORT_DIR, uploadsDir: join(RETRAINING_DIR, 'uploads') };
            return new Imports(database, importPictures, places, DEFAULT_IMPORT_LIMITS, logger);
          },
        },
        DataSets,
        FreezeDataSet,
        ListLabelTasks,
        TakeLabels,
        {
          provide: FindMislabels,
          inject: [Database, PictureStore],
          useFactory: (database: Database, pictures: PictureStore) =>
            new FindMislabels(database, pictures, {
              ...{ modelDir: settings.MODEL_DIR, modelsDir: settings.MODELS_DIR },
              // Not that of training runs: a cache has one writer.
              cacheDir: join(RETRAINING_DIR, 'embeddings', 'mislabels'),
            }),
        },
        {
          provide: MislabelSearches,
          inject: [Database, FindMislabels, LOGGER],
          useFactory: (database: Database, finder: FindMislabels, logger: Logger) =>
            new MislabelSearches(database, finder, logger),
        },
        {
          provide: WriteCropFolder,
          inject: [Database, PictureStore],
          useFactory: (database: Database, pictures: PictureStore) =>
            new WriteCropFolder(database, pictures, join(RETRAINING_DIR, 'crops')),
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
