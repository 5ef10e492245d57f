import { Inject, Injectable } from '@nestjs/common';
import {
  Database,
  type FloorAnswerEntity,
  type LabelTaskEntity,
  type StockEventEntity,
  type UnitOfWork,
} from '@shelfwatch/persistence';
import { PictureStore } from '@shelfwatch/pictures';
import { LOGGER, type Logger } from '@shelfwatch/platform';
import { stockEventMessage } from '@shelfwatch/remedies';
import { SOURCE } from '../live/source.js';
import { ChangeReorder } from '../reorders/change-reorder.service.js';
import { noteAnswer } from './note-answer.js';
import { rejectedCrops } from './rejected-crops.js';
import { ReviewDecisions } from './review-decisions.service.js';

/**
 * "That is not out of stock": takes an event back, tells the stream, cancels the order that it triggered while nobody has sent it, and asks for labels
 * of what the model got wrong.
 */
@Injectable()
export class RetractStockEvent {
  constructor(
    private readonly database: Database,
    private readonly changeReorder: ChangeReorder,
    private readonly reviewDecisions: ReviewDecisions,
    @Inject(PictureStore) private readonly pictures: PictureStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws ProblemException 404 for an unknown event, 409 for one that is not open */
  async retract(answer: FloorAnswerEntity): Promise<void> {
    const { eventId, actor, answeredAt: now } = answer;
    // Before the transaction, as cutting pictures is slow.
    const crops = await this.cropsOf(eventId, now);
    const { storeId, gtin } = await this.database.transaction(async (unit) => {
      const { event, isNew } = await noteAnswer(unit, answer);
      if (!isNew) return event;
      const retracted: StockEventEntity = { ...event, status: 'retracted', closedAt: now };
      await unit.stockEvents.record(retracted, 'retracted', now);
      await unit.outbox.append([stockEventMessage({ change: 'retracted', event: retracted }, now, SOURCE)]);
      await this.cancelUnsentReorder(unit, event, actor, now);
      await unit.labelTasks.add(crops);
      return event;
    });
    // Other slots of the product may have counted on the order.
    await this.reviewDecisions.review(storeId, [gtin], now);
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
