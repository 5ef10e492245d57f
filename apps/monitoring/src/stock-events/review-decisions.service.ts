import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database, PersistenceConflict, type StockEventEntity } from '@shelfwatch/persistence';
import { LOGGER, type Logger, retry } from '@shelfwatch/platform';
import { reviewEvents } from '@shelfwatch/remedies';
import { SOURCE } from '../live/source.js';

const SWEEP_MS = 60_000;
/** Pictures of another day are being played: wall time says nothing about their events. */
const FAR_FROM_NOW_MS = 86_400_000;

/**
 * Looks again for the remedy of open events when the books, an order or an answer has changed what is known, and
 * regularly because time itself does: a delivery window ends, goods are late, a shelf stays empty for too long. Several
 * instances may do so at once.
 */
@Injectable()
export class ReviewDecisions implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(new Date()), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Of every store. */
  async sweep(now: Date): Promise<void> {
    try {
      const cameras = await this.database.unit.cameras.list();
      const live = cameras.filter(
        ({ lastFrameAt }) => lastFrameAt !== null && Math.abs(now.getTime() - lastFrameAt.getTime()) < FAR_FROM_NOW_MS,
      );
      const cameraIds = new Set(live.map(({ cameraId }) => cameraId));
      for (const storeId of new Set(live.map((camera) => camera.storeId)))
        await this.look(storeId, now, undefined, ({ cameraId }) => cameraIds.has(cameraId));
    } catch (err) {
      this.logger.warn({ err }, 'the remedies of open events could not be reviewed');
    }
  }

  /** After something about the whole store has changed. */
  async reviewStore(storeId: string, at: Date): Promise<void> {
    await this.review(storeId, undefined, at);
  }

  /** After something about these products has changed. What fails now is made up for by the next sweep. */
  async review(storeId: string, gtins: readonly string[] | undefined, at: Date): Promise<void> {
    try {
      await this.look(storeId, at, gtins, () => true);
    } catch (err) {
      this.logger.warn({ err, storeId, gtins }, 'the remedies of open events could not be reviewed');
    }
  }

  private async look(
    storeId: string,
    at: Date,
    gtins: readonly string[] | undefined,
    isMeant: (event: StockEventEntity) => boolean,
  ): Promise<void> {
    const work = (): Promise<void> =>
      this.database.transaction(async (unit) => {
        const open = (await unit.stockEvents.lockOpenOfStore(storeId, gtins)).filter(isMeant);
        const messages = await reviewEvents(unit, storeId, open, { at, source: SOURCE });
        if (messages.length > 0) await unit.outbox.append(messages);
      });
    const isRetriable = (error: unknown): boolean => error instanceof PersistenceConflict;
    await retry(work, { attempts: 5, baseMs: 20, maxMs: 500, isRetriable });
  }
}
