import { judgeApproval } from '@shelfwatch/domain';
import type { OutboxMessage, ReorderEntity, UnitOfWork } from '@shelfwatch/persistence';
import type { ShopFacts } from '../decide/shop-facts.js';
import { reorderApprovedMessage, reorderMessage } from '../messages/reorder-messages.js';

const ACTOR = 'shelfwatch';

/**
 * Proposes a reorder, and approves it where the product's policy lets the platform order by itself. Nothing happens
 * while another one is open, nor after somebody has cancelled one for the same event. Writes, so call it within a
 * transaction.
 *
 * @returns messages for the outbox
 */
export async function proposeOrder(
  unit: UnitOfWork,
  reorder: ReorderEntity,
  { products, policies }: Pick<ShopFacts, 'products' | 'policies'>,
  source: string,
): Promise<OutboxMessage[]> {
  const { reorderId, eventId, gtin, cases, quantity, requestedAt } = reorder;
  const earlier = eventId === null ? [] : await unit.reorders.ofEvent(eventId);
  if (earlier.some(({ state }) => state === 'CANCELLED')) return [];
  if ((await unit.reorders.propose(reorder, ACTOR)) === 'exists') return [];
  const { priceCents, category } = products.get(gtin)!;
  const { verdict, reason } = judgeApproval(
    { cases, quantity, priceCents, category, missing: [] },
    policies.get(gtin)!,
  );
  if (verdict !== 'approved') return [reorderMessage(reorder, verdict, source)];
  await unit.reorders.step({ reorderId, from: 'PROPOSED', to: 'APPROVED', at: requestedAt, reason, actor: ACTOR });
  return [reorderMessage(reorder, verdict, source), reorderApprovedMessage(reorder, reason, source)];
}
