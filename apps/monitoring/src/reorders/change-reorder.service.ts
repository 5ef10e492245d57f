import { Injectable } from '@nestjs/common';
import {
  type ReorderChanged,
  reorderChanged,
  type ReorderTransition,
  toCloudEventHeaders,
  TOPICS,
} from '@shelfwatch/contracts';
import { canFollow, nextReorderStates } from '@shelfwatch/domain';
import { Database, type ReorderEntity, type UnitOfWork } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { SOURCE } from '../live/source.js';
import { ReviewDecisions } from '../stock-events/review-decisions.service.js';
import { bookDelivery, isBooked } from './book-delivery.js';
import { effectOf, type StepEffect } from './step-effect.js';

/**
 * Moves a reorder one step along its life cycle. Every step is an event. What is on order through the platform is known by the open reorder
 * itself; what comes is a delivery in the inventory ledger.
 */
@Injectable()
export class ChangeReorder {
  constructor(
    private readonly database: Database,
    private readonly reviewDecisions: ReviewDecisions,
  ) {}

  /** @throws ProblemException 404, or 409 when the step is not allowed or somebody else was faster */
  async change(reorderId: string, transition: ReorderTransition, actor: string): Promise<void> {
    const now = new Date();
    const { storeId, gtin } = await this.database.transaction(async (unit) => {
      const reorder = await unit.reorders.lock(reorderId);
      if (reorder === undefined)
        throw new ProblemException(404, 'REORDER_UNKNOWN', `There is no reorder ${reorderId}.`);
      await this.step(unit, reorder, transition, actor, now);
      return reorder;
    });
    await this.reviewDecisions.review(storeId, [gtin], now);
  }

  /** Within the caller's transaction. */
  async step(
    unit: UnitOfWork,
    reorder: ReorderEntity,
    transition: ReorderTransition,
    actor: string,
    now: Date,
  ): Promise<void> {
    const { to, reason, expectedAt, receipt } = transition;
    if (receipt !== undefined && (await isBooked(unit, reorder, receipt.receiptId))) return;
    // A repetition, for instance after a lost answer. Only CHANGED may follow itself.
    if (to === reorder.state && !canFollow(reorder.state, to)) return;
    if (!canFollow(reorder.state, to)) {
      const allowed = nextReorderStates(reorder.state).join(', ') || 'nothing more';
      throw new ProblemException(
        409,
        'REORDER_STATE',
        `This reorder is ${reorder.state}: it can become ${allowed}, not ${to}.`,
      );
    }
    const effect = effectOf(reorder, transition, now);
    const result = await unit.reorders.step({
      ...{ reorderId: reorder.reorderId, from: reorder.state, to: effect.to, at: now, reason, actor },
      ...(effect.received === undefined ? {} : { received: effect.received }),
      ...(effect.order === undefined ? {} : { order: effect.order }),
      ...(expectedAt === undefined ? {} : { expectedAt: expectedAt === null ? null : new Date(expectedAt) }),
    });
    if (result === 'stale')
      throw new ProblemException(409, 'REORDER_STATE', 'Somebody changed this reorder just now. Look again.');
    if (effect.delivery !== undefined) await bookDelivery(unit, reorder, effect.delivery, actor, now);
    await unit.outbox.append([toMessage(reorder, effect, reason, now)]);
  }
}

function toMessage(
  { reorderId, storeId, gtin, state, quantity, received }: ReorderEntity,
  effect: StepEffect,
  reason: string,
  now: Date,
): { topic: string; key: string; headers: Record<string, string>; payload: Buffer } {
  const body: ReorderChanged = reorderChanged.parse({
    reorderId,
    storeId,
    gtin,
    state: effect.to,
    previous: state,
    changedAt: now.toISOString(),
    reason,
    quantity: effect.order?.quantity ?? quantity,
    received: effect.received ?? received,
  });
  const type = TOPICS.reorderChanged.name;
  const headers = toCloudEventHeaders({ type, source: SOURCE, time: now, subject: reorderId });
  return { topic: type, key: `${storeId}/${gtin}`, headers, payload: Buffer.from(JSON.stringify(body)) };
}
