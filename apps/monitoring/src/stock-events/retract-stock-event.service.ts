import { Inject, Injectable } from '@nestjs/common';
import { Database, type LabelTaskEntity, type StockEventEntity, type UnitOfWork } from '@shelfwatch/persistence';
import { PictureStore } from '@shelfwatch/pictures';
import { LOGGER, type Logger, ProblemException } from '@shelfwatch/platform';
import { ChangeReorder } from '../reorders/change-reorder.service.js';
import { endedEventMessage } from './ended-event-message.js';
import { rejectedCrops } from './rejected-crops.js';

/**
 * "That is not out of stock": takes an event back, tells the stream, cancels the order that it triggered while nobody has sent it, and asks for labels
 * of what the model got wrong.
 */
@Injectable()
export class RetractStockEvent {
  constructor(
    private readonly database: Database,
    private readonly changeReorder: ChangeReorder,
    @Inject(PictureStore) private readonly pictures: PictureStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async retract(eventId: string, actor: string): Promise<void> {
    const now = new Date();
    // Before the transaction, as cutting pictures is slow.
    const crops = await this.cropsOf(eventId, now);
    await this.database.transaction(async (unit) => {
      const event = await unit.stockEvents.lock(eventId);
      if (event === undefined)
        throw new ProblemException(404, 'STOCK_EVENT_UNKNOWN', `There is no stock event ${eventId}.`);
      if (event.status !== 'open')
        throw new ProblemException(409, 'STOCK_EVENT_NOT_OPEN', `This event is ${event.status} already.`);
      const retracted: StockEventEntity = { ...event, status: 'retracted', closedAt: now };
      await unit.stockEvents.record(retracted, 'retracted', now);
      await unit.outbox.append([endedEventMessage(retracted, 'retracted', now)]);
      await this.cancelUnsentReorder(unit, event, actor, now);
      await unit.labelTasks.add(crops);
    });
  }

  /** What a manager says counts whether or not something can be learnt from it. */
  private async cropsOf(eventId: string, now: Date): Promise<LabelTaskEntity[]> {
    try {
      const event = await this.database.unit.stockEvents.find(eventId);
      return event?.status === 'open' ? await rejectedCrops(this.database.unit, this.pictures, event, now) : [];
    } catch (error) {
      this.logger.warn({ err: error, eventId }, 'no crops of a rejected event could be kept for labelling');
      return [];
    }
  }

  private async cancelUnsentReorder(
    unit: UnitOfWork,
    event: StockEventEntity,
    actor: string,
    now: Date,
  ): Promise<void> {
    const triggered = (await unit.reorders.openOf(event.storeId, [event.gtin])).filter(
      (reorder) => reorder.eventId === event.eventId && ['PROPOSED', 'APPROVED'].includes(reorder.state),
    );
    for (const reorder of triggered) {
      await this.changeReorder.step(
        unit,
        reorder,
        { to: 'CANCELLED', reason: 'The stock event that triggered it was retracted.' },
        actor,
        now,
      );
    }
  }
}
