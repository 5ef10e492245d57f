import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TOPICS } from '@shelfwatch/contracts';
import type { EventStream, ReceivedMessage, Subscription } from '@shelfwatch/messaging';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { EVENT_STREAM } from '../event-stream.token.js';
import { INGESTION_SETTINGS, type IngestionSettings } from '../ingestion.config.js';
import { FrameArrivals } from '../watch-cameras/frame-arrivals.js';
import { parseFrameMessage } from './frame-message.js';
import { IngestFrameService } from './ingest-frame.service.js';
import { IngestionMetrics } from './ingestion.metrics.js';

/** Members of this group share the cameras between them. */
export const INGESTION_GROUP = 'ingestion';

/** A database or a model server that is away for a day loses no frame; the stream keeps them as long as its retention. */
const MAX_OUTAGE_MS = 24 * 3_600_000;

/** The door from the event stream. Every message ends in one of: done, skipped, tried again, dead letter. */
@Injectable()
export class IngestFrameConsumer implements OnApplicationBootstrap, OnModuleDestroy {
  private subscription: Subscription | undefined;

  constructor(
    @Inject(EVENT_STREAM) private readonly stream: EventStream,
    @Inject(INGESTION_SETTINGS) private readonly settings: IngestionSettings,
    private readonly service: IngestFrameService,
    private readonly arrivals: FrameArrivals,
    private readonly metrics: IngestionMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.subscription = await this.stream.subscribe(
      {
        groupId: INGESTION_GROUP,
        topics: [TOPICS.frameCaptured.name],
        concurrency: this.settings.INGESTION_CONCURRENCY,
        maxOutageMs: MAX_OUTAGE_MS,
        onDeadLetter: (message, error) => this.noteDeadLetter(message, error),
      },
      (message, { signal }) => this.handle(message, signal),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
  }

  private async handle(message: ReceivedMessage, signal: AbortSignal): Promise<void> {
    // Before the work: a camera whose frames wait for a slow model server is not offline.
    this.arrivals.note(message.key);
    this.metrics.noteArrival(message.key);
    await this.metrics.time('whole', () => this.service.ingest(parseFrameMessage(message), signal));
  }

  private noteDeadLetter(message: ReceivedMessage, error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNEXPECTED';
    this.metrics.countFrame('dead-letter');
    this.metrics.countRefusal(code);
    this.logger.warn(
      { cameraId: message.key, code, reason: error instanceof Error ? error.message : error },
      'frame refused',
    );
  }
}
