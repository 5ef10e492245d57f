import { Injectable } from '@nestjs/common';
import { type StockEventAnswer } from '@shelfwatch/contracts';
import { backroomFoundBy, type FloorAnswer } from '@shelfwatch/domain';
import { Database, type FloorAnswerEntity, type StockEventEntity, type UnitOfWork } from '@shelfwatch/persistence';
import { stockEventMessage } from '@shelfwatch/remedies';
import { randomUUID } from 'node:crypto';
import { SOURCE } from '../live/source.js';
import { noteAnswer } from './note-answer.js';
import { movementOf } from './movement-of-answer.js';
import { RetractStockEvent } from './retract-stock-event.service.js';
import { ReviewDecisions } from './review-decisions.service.js';

/**
 * Takes what somebody saw or did on the floor: keeps it, lets the book follow, and looks for the next remedy of every
 * open event of the product. The event itself ends when the camera sees the shelf right again, or when it is retracted.
 */
@Injectable()
export class AnswerStockEvent {
  constructor(
    private readonly database: Database,
    private readonly retractEvent: RetractStockEvent,
    private readonly reviewDecisions: ReviewDecisions,
  ) {}

  /** @throws ProblemException 404 for an unknown event, 409 for one that is not open */
  async answer(eventId: string, { answerId = randomUUID(), ...said }: StockEventAnswer, actor: string): Promise<void> {
    const now = new Date();
    const answer: FloorAnswerEntity = {
      ...{ answerId, eventId, actor, answeredAt: now },
      ...{ answer: said.answer, details: said },
    };
    if (said.answer === 'not-out-of-stock') return this.retractEvent.retract(answer);
    const { storeId, gtin } = await this.database.transaction(async (unit) => {
      const { event, isNew } = await noteAnswer(unit, answer);
      if (isNew) await this.follow(unit, event, said, answer);
      return event;
    });
    await this.reviewDecisions.review(storeId, [gtin], now);
  }

  private async follow(
    unit: UnitOfWork,
    event: StockEventEntity,
    said: FloorAnswer,
    { answerId, actor, answeredAt: at }: FloorAnswerEntity,
  ): Promise<void> {
    const { storeId, gtin } = event;
    const noted = { ...event, backroomFound: backroomFoundBy(said) ?? event.backroomFound };
    await unit.stockEvents.record(noted, 'updated', at);
    await unit.outbox.append([stockEventMessage({ change: 'updated', event: noted }, at, SOURCE)]);
    const movement = movementOf(said);
    if (movement !== undefined) {
      const told = { idempotencyKey: `answer/${answerId}`, gtin, effectiveAt: at, details: movement, actor };
      await unit.inventory.append(storeId, [told]);
    }
  }
}
