import { judgeApproval } from '@shelfwatch/domain';
import type { OutboxMessage, ReorderEntity, UnitOfWork } from '@shelfwatch/persistence';
import { reorderApprovedMessage, reorderMessage } from './outbox-messages.js';

/**
 * Proposes a reorder, and approves it where the product's policy lets the platform order by itself. Nothing happens
 * while another one is open. Writes, so call it within a transaction.
 *
 * @returns messages for the outbox
 */
export async function proposeOrder(unit: UnitOfWork, reorder: ReorderEntity): Promise<OutboxMessage[]> {
  const actor = 'shelfwatch';
  if ((await unit.reorders.propose(reorder, actor)) === 'exists') return [];
  const { reorderId, storeId, gtin, cases, quantity, requestedAt } = reorder;
  const [policies, [product]] = await Promise.all([
    unit.policies.resolve(storeId, [gtin]),
    unit.shops.products([gtin]),
  ]);
  const { priceCents, category } = product!;
  const { verdict, reason } = judgeApproval(
    { cases, quantity, priceCents, category, missing: [] },
    policies.get(gtin)!,
  );
  if (verdict !== 'approved') return [reorderMessage(reorder)];
  await unit.reorders.step({ reorderId, from: 'PROPOSED', to: 'APPROVED', at: requestedAt, reason, actor });
  return [reorderMessage(reorder), reorderApprovedMessage(reorder, reason)];
}
