import type { ReorderTransition } from '@shelfwatch/contracts';
import { receive, type ReorderState } from '@shelfwatch/domain';
import type { ReorderEntity } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import type { Delivery } from './book-delivery.js';

/** What a step does beyond the state. */
export interface StepEffect {
  /** May differ from what was asked for: a receipt that completes an order makes it received. */
  to: ReorderState;
  received?: number;
  order?: { quantity: number; cases: number };
  delivery?: Delivery;
}

/** @throws ProblemException 400 when the step lacks what it needs or carries what does not belong to it */
export function effectOf(reorder: ReorderEntity, transition: ReorderTransition, now: Date): StepEffect {
  const { to, quantity, receipt } = transition;
  const isReceipt = to === 'PARTLY_RECEIVED' || to === 'RECEIVED';
  if (quantity !== undefined && to !== 'CHANGED')
    throw wrong(`quantity belongs to CHANGED, not to ${to}: the supplier changed what comes.`);
  if (receipt !== undefined && !isReceipt)
    throw wrong(`receipt belongs to PARTLY_RECEIVED and RECEIVED, not to ${to}.`);
  if (quantity !== undefined) return changed(reorder, quantity);
  return isReceipt ? received(reorder, transition, now) : { to };
}

function changed({ casePack, received }: ReorderEntity, quantity: number): StepEffect {
  if (quantity % casePack !== 0) throw wrong(`${quantity} items are no whole cases of ${casePack}.`);
  if (quantity < received) throw wrong(`${received} items have come already; the order cannot be for ${quantity}.`);
  return { to: 'CHANGED', order: { quantity, cases: quantity / casePack } };
}

function received(reorder: ReorderEntity, { to, receipt }: ReorderTransition, now: Date): StepEffect {
  const rest = reorder.quantity - reorder.received;
  if (receipt === undefined) {
    if (to === 'PARTLY_RECEIVED') throw wrong('A part has come: say which in "receipt", with receiptId and quantity.');
    if (rest <= 0) return { to: 'RECEIVED' };
  }
  const delivery: Delivery = receipt ?? { receiptId: 'rest', quantity: rest, place: 'backroom' };
  const outcome = receive(reorder, delivery.quantity, now);
  // RECEIVED with less than was ordered: whoever says so knows that no more comes.
  return { to: to === 'RECEIVED' ? to : outcome.state, received: outcome.received, delivery };
}

const wrong = (detail: string): ProblemException => new ProblemException(400, 'REORDER_STEP', detail);
