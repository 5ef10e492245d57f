import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { createEventStream, type EventStream } from '@shelfwatch/messaging';
import { Database } from '@shelfwatch/persistence';
import { FolderPictureStore, PictureStore } from '@shelfwatch/pictures';
import { HealthChecks, LOGGER, type Logger, PlatformModule } from '@shelfwatch/platform';
import { ApiKeysController } from './accounts/api-keys.controller.js';
import { UsersController } from './accounts/users.controller.js';
import { AccessGuard } from './auth/access.guard.js';
import { AuthController } from './auth/auth.controller.js';
import { IdentifyCaller } from './auth/identify-caller.js';
import { SignIn } from './auth/sign-in.service.js';
import { CalibrateView } from './calibration/calibrate-view.service.js';
import { CalibrationController } from './calibration/calibration.controller.js';
import { CamerasController } from './cameras/cameras.controller.js';
import { KpisController } from './kpis/kpis.controller.js';
import { CountProposalsController } from './inventory/count-proposals.controller.js';
import { InventoryController } from './inventory/inventory.controller.js';
import { PoliciesController } from './inventory/policies.controller.js';
import { RecordMovements } from './inventory/record-movements.service.js';
import { FollowStream } from './live/follow-stream.js';
import { LiveController } from './live/live.controller.js';
import { LiveFeed } from './live/live-feed.js';
import { MONITORING_SETTINGS, type MonitoringSettings } from './monitoring.config.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { openDatabase } from './open-database.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { ApplyDuePlanograms } from './planograms/apply-due-planograms.service.js';
import { ImportPlanogram } from './planograms/import-planogram.service.js';
import { PlanogramsController } from './planograms/planograms.controller.js';
import { ChangeReorder } from './reorders/change-reorder.service.js';
import { ExpireReorders } from './reorders/expire-reorders.service.js';
import { ReordersController } from './reorders/reorders.controller.js';
import { ReplayStore } from './replays/replay-store.service.js';
import { ReplaysController } from './replays/replays.controller.js';
import { ImportShop } from './shops/import-shop.service.js';
import { ShopsController } from './shops/shops.controller.js';
import { AnswerStockEvent } from './stock-events/answer-stock-event.service.js';
import { RetractStockEvent } from './stock-events/retract-stock-event.service.js';
import { ReviewDecisions } from './stock-events/review-decisions.service.js';
import { StockEventsController } from './stock-events/stock-events.controller.js';
import { SummaryController } from './summary/summary.controller.js';
import { SuppressionsController } from './suppressions/suppressions.controller.js';

const EVENT_STREAM = Symbol('EVENT_STREAM');

/** The only place where the service is put together. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static forRoot(settings: MonitoringSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot('monitoring', settings)],
      controllers: [
        AuthController,
        StockEventsController,
        CamerasController,
        CalibrationController,
        PlanogramsController,
        ReordersController,
        CountProposalsController,
        InventoryController,
        PoliciesController,
        SummaryController,
        SuppressionsController,
        KpisController,
        ReplaysController,
        ShopsController,
        PicturesController,
        LiveController,
        UsersController,
        ApiKeysController,
        OpenApiController,
      ],
      providers: [
        { provide: MONITORING_SETTINGS, useValue: settings },
        {
          provide: Database,
          inject: [LOGGER, HealthChecks],
          useFactory: (logger: Logger, health: HealthChecks) => openDatabase(settings, logger, health),
        },
        {
          provide: EVENT_STREAM,
          inject: [LOGGER, HealthChecks],
          useFactory: (log: Logger, health: HealthChecks): EventStream => {
            const stream = createEventStream({
              kafkaBrokers: settings.KAFKA_BROKERS,
              databaseUrl: settings.DATABASE_URL,
              clientId: 'monitoring',
              log,
            });
            health.register('event-stream', async () => {
              if (!(await stream.isHealthy())) throw new Error(`the event stream (${stream.kind}) does not answer`);
            });
            return stream;
          },
        },
        { provide: PictureStore, useFactory: () => new FolderPictureStore(settings.PICTURES_DIR) },
        LiveFeed,
        {
          provide: FollowStream,
          // The database first: its first migration must have run.
          inject: [EVENT_STREAM, LiveFeed, Database],
          useFactory: (stream: EventStream, feed: LiveFeed) => new FollowStream(stream, feed),
        },
        { provide: APP_GUARD, useClass: AccessGuard },
        IdentifyCaller,
        SignIn,
        ChangeReorder,
        ExpireReorders,
        RecordMovements,
        AnswerStockEvent,
        RetractStockEvent,
        ReviewDecisions,
        ImportShop,
        ImportPlanogram,
        ApplyDuePlanograms,
        CalibrateView,
        ReplayStore,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
