import { type DynamicModule, Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TOPICS } from '@shelfwatch/contracts';
import { createEventStream, type EventStream, OutboxRelay } from '@shelfwatch/messaging';
import { Database } from '@shelfwatch/persistence';
import { FolderPictureStore, PictureStore } from '@shelfwatch/pictures';
import { HealthChecks, LOGGER, type Logger, PlatformModule } from '@shelfwatch/platform';
import { CameraSessions } from './camera-session/camera-sessions.js';
import { InferenceClient } from './classify-slots/inference.client.js';
import { EVENT_STREAM } from './event-stream.token.js';
import { IngestFrameConsumer } from './ingest-frame/ingest-frame.consumer.js';
import { IngestFrameService } from './ingest-frame/ingest-frame.service.js';
import { IngestionMetrics } from './ingest-frame/ingestion.metrics.js';
import { ReadShelfService } from './ingest-frame/read-shelf.service.js';
import { INGESTION_SETTINGS, type IngestionSettings } from './ingestion.config.js';
import { ReceiveFrameController } from './receive-frame/receive-frame.controller.js';
import { ReceiveFrameService } from './receive-frame/receive-frame.service.js';
import { SweepPicturesService } from './sweep-pictures/sweep-pictures.service.js';
import { FrameArrivals } from './watch-cameras/frame-arrivals.js';
import { OfflineWatchService } from './watch-cameras/offline-watch.service.js';

/** Attempts at inference within one attempt at a frame; the stream tries the frame again after that. */
const INFERENCE_ATTEMPTS = 3;

const openDatabase = async (settings: IngestionSettings, logger: Logger): Promise<Database> => {
  const database = await Database.open({
    url: settings.DATABASE_URL,
    applicationName: 'shelfwatch-ingestion',
    onRetry: (error, attempt) => logger.warn({ err: error, attempt }, 'waiting for the database'),
    onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  });
  await database.migrate();
  return database;
};

const openStream = async (settings: IngestionSettings, log: Logger): Promise<EventStream> => {
  const kafkaBrokers = settings.KAFKA_BROKERS;
  const stream = createEventStream({
    kafkaBrokers,
    databaseUrl: settings.DATABASE_URL,
    clientId: 'shelfwatch-ingestion',
    log,
  });
  await stream.ensureTopics(Object.values(TOPICS));
  return stream;
};

/** The one place where ingestion is put together. */
@Module({})
export class AppModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    @Inject(EVENT_STREAM) private readonly stream: EventStream,
    private readonly relay: OutboxRelay,
    private readonly inference: InferenceClient,
    private readonly checks: HealthChecks,
  ) {}

  static forRoot(settings: IngestionSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot('ingestion', settings)],
      controllers: [ReceiveFrameController],
      providers: [
        { provide: INGESTION_SETTINGS, useValue: settings },
        { provide: Database, useFactory: (log: Logger) => openDatabase(settings, log), inject: [LOGGER] },
        { provide: EVENT_STREAM, useFactory: (log: Logger) => openStream(settings, log), inject: [LOGGER] },
        {
          provide: OutboxRelay,
          useFactory: (stream: EventStream, log: Logger) =>
            new OutboxRelay({ databaseUrl: settings.DATABASE_URL, stream, log }),
          inject: [EVENT_STREAM, LOGGER],
        },
        { provide: PictureStore, useValue: new FolderPictureStore(settings.PICTURES_DIR) },
        {
          provide: InferenceClient,
          useValue: new InferenceClient({
            url: settings.INFERENCE_URL,
            timeoutMs: settings.INFERENCE_TIMEOUT_MS,
            attempts: INFERENCE_ATTEMPTS,
          }),
        },
        {
          provide: CameraSessions,
          useFactory: (database: Database) => new CameraSessions(database),
          inject: [Database],
        },
        FrameArrivals,
        IngestionMetrics,
        ReadShelfService,
        IngestFrameService,
        IngestFrameConsumer,
        ReceiveFrameService,
        OfflineWatchService,
        SweepPicturesService,
      ],
    };
  }

  onModuleInit(): void {
    this.relay.start();
    this.checks.register('database', () => this.database.ping());
    this.checks.register('event stream', async () => {
      if (!(await this.stream.isHealthy())) throw new Error(`the event stream (${this.stream.kind}) does not answer`);
      return this.stream.kind;
    });
    this.checks.register('inference', () => this.inference.checkReady());
  }

  /** After the consumer has finished the frame in hand. */
  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.stream.close();
    await this.database.close();
  }
}
