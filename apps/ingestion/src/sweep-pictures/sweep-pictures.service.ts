import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '@shelfwatch/persistence';
import { PictureStore } from '@shelfwatch/pictures';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { INGESTION_SETTINGS, type IngestionSettings } from '../ingestion.config.js';

const INTERVAL_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Deletes pictures that nothing refers to any more, and rows whose time is over. Frames are kept for hours, not for ever. */
@Injectable()
export class SweepPicturesService implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly pictures: PictureStore,
    @Inject(INGESTION_SETTINGS) private readonly settings: IngestionSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const sweep = () =>
      this.sweep(new Date()).catch((error: unknown) => this.logger.warn({ err: error }, 'sweep failed'));
    this.timer = setInterval(() => void sweep(), INTERVAL_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async sweep(now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.settings.PICTURE_RETENTION_HOURS * HOUR_MS);
    const { pictureReferences, outbox, labelTasks } = this.database.unit;
    // First: a picture lives as long as something refers to it.
    await labelTasks.prune(new Date(now.getTime() - this.settings.LABEL_TASK_RETENTION_DAYS * DAY_MS));
    const result = await this.pictures.sweep(before, (ids) => pictureReferences.among(ids));
    await outbox.prune(before);
    if (result.deleted > 0) this.logger.info(result, 'old pictures deleted');
  }
}
