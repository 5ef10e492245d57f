import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, PersistenceError } from '@shelfwatch/persistence';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { applyPlanogram } from './apply-planogram.js';

const EVERY_MS = 15_000;

/** Applies scheduled planograms on their day. Several processes may do it at once: each version is applied once. */
@Injectable()
export class ApplyDuePlanograms implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => {
      this.turn = this.turn
        .then(() => this.apply(new Date()))
        .catch((error: unknown) => this.logger.warn({ err: error }, 'scheduled planograms could not be looked at'));
    };
    look();
    this.timer = setInterval(look, EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** Applies what is due, in the order of the dates. @returns the versions that were applied */
  async apply(now: Date): Promise<string[]> {
    const applied: string[] = [];
    for (const { storeId, versionId } of await this.database.unit.planograms.due(now)) {
      try {
        if (await this.applyOne(storeId, versionId, now)) applied.push(versionId);
      } catch (error) {
        if (error instanceof PersistenceError && error.retriable) throw error;
        const failure = error instanceof Error ? error.message : String(error);
        this.logger.error({ err: error, storeId, versionId }, 'a scheduled planogram could not be applied');
        await this.database.unit.planograms.change(versionId, { state: 'failed', failure });
      }
    }
    return applied;
  }

  private applyOne(storeId: string, versionId: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (unit) => {
      await unit.planograms.lockStore(storeId);
      const version = await unit.planograms.find(storeId, versionId);
      // Another process was quicker, or somebody has cancelled it meanwhile.
      if (version?.state !== 'scheduled') return false;
      const { closedEvents, views } = await applyPlanogram(unit, version, now);
      this.logger.info({ storeId, versionId, closedEvents, views }, 'applied a scheduled planogram');
      return true;
    });
  }
}
