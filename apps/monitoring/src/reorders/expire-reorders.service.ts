import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { canFollow, expiryOf, isOpenReorder, REORDER_STATES } from '@shelfwatch/domain';
import { Database } from '@shelfwatch/persistence';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { ChangeReorder } from './change-reorder.service.js';

const SWEEP_MS = 60_000;

/**
 * Lets open reorders expire whose goods are overdue by more than the policy's days of grace, so that the product can be
 * ordered again. A late answer or delivery still counts. Several instances may sweep at once: one of them steps.
 */
@Injectable()
export class ExpireReorders implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly changeReorder: ChangeReorder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep(new Date()).catch((err: unknown) => this.logger.warn({ err }, 'reorders could not be checked'));
    }, SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @returns ids of the reorders that expired now */
  async sweep(now: Date): Promise<string[]> {
    const { unit } = this.database;
    const states = REORDER_STATES.filter((state) => isOpenReorder(state) && canFollow(state, 'EXPIRED'));
    const open = await unit.reorders.list({ states, limit: 10_000 });
    const leadTimes = new Map((await unit.shops.suppliers()).map((one) => [one.supplierId, one.leadTimeDays]));
    const expired: string[] = [];
    for (const reorder of open) {
      const policy = (await unit.policies.resolve(reorder.storeId, [reorder.gtin])).get(reorder.gtin)!;
      const rules = { leadTimeDays: leadTimes.get(reorder.supplierId) ?? 0, graceDays: policy.graceDays };
      if (expiryOf(reorder, rules).getTime() > now.getTime()) continue;
      const reason = `Overdue by more than ${policy.graceDays} days.`;
      try {
        await this.changeReorder.change(reorder.reorderId, { to: 'EXPIRED', reason }, 'shelfwatch');
        expired.push(reorder.reorderId);
      } catch (err) {
        this.logger.warn({ err, reorderId: reorder.reorderId }, 'a reorder could not expire');
      }
    }
    return expired;
  }
}
