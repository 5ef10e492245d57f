import type { FloorAnswerEntity, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';

/**
 * Keeps an answer about an open event; nobody else changes the event until the transaction ends.
 *
 * @returns the event, and whether the answer was told for the first time
 * @throws ProblemException 404 for an unknown event, 409 for one that is not open
 */
export async function noteAnswer(
  unit: UnitOfWork,
  answer: FloorAnswerEntity,
): Promise<{ event: StockEventEntity; isNew: boolean }> {
  const { eventId, answerId } = answer;
  const event = await unit.stockEvents.lock(eventId);
  if (event === undefined)
    throw new ProblemException(404, 'STOCK_EVENT_UNKNOWN', `There is no stock event ${eventId}.`);
  const earlier = await unit.floorAnswers.ofEvents([eventId]);
  if (earlier.some((one) => one.answerId === answerId)) return { event, isNew: false };
  if (event.status !== 'open')
    throw new ProblemException(409, 'STOCK_EVENT_NOT_OPEN', `This event is ${event.status} already.`);
  if (await unit.floorAnswers.append(answer)) return { event, isNew: true };
  const detail = 'This answerId was used for another event; an answer that is different needs its own.';
  throw new ProblemException(409, 'ANSWER_ID_USED', detail);
}
