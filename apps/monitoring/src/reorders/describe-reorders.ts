import type { ReorderBody, ReorderSummary } from '@shelfwatch/contracts';
import { nextReorderStates } from '@shelfwatch/domain';
import type { ReorderEntity, UnitOfWork } from '@shelfwatch/persistence';
import { isoOrNull, ShopWords } from '../shelf-words/describe-shop.js';

export const toReorderSummary = ({
  reorderId,
  state,
  quantity,
  received,
  cases,
  casePack,
  expectedAt,
}: ReorderEntity): ReorderSummary => ({
  ...{ reorderId, state, quantity, received, cases, casePack },
  expectedAt: isoOrNull(expectedAt),
});

export async function describeReorders(unit: UnitOfWork, reorders: readonly ReorderEntity[]): Promise<ReorderBody[]> {
  const [words, suppliers, changes] = await Promise.all([
    ShopWords.load(
      unit,
      [],
      reorders.map(({ gtin }) => gtin),
    ),
    unit.shops.suppliers(),
    unit.reorders.changesOf(reorders.map(({ reorderId }) => reorderId)),
  ]);
  const supplierName = new Map(suppliers.map(({ supplierId, name }) => [supplierId, name]));
  return reorders.map((reorder) => ({
    ...toReorderSummary(reorder),
    idempotencyKey: reorder.idempotencyKey,
    storeId: reorder.storeId,
    product: words.product(reorder.gtin),
    supplier: { supplierId: reorder.supplierId, name: supplierName.get(reorder.supplierId) ?? reorder.supplierId },
    eventId: reorder.eventId,
    reason: reorder.reason,
    requestedAt: reorder.requestedAt.toISOString(),
    changedAt: reorder.changedAt.toISOString(),
    allowedTransitions: [...nextReorderStates(reorder.state)],
    history: changes
      .filter(({ reorderId }) => reorderId === reorder.reorderId)
      .map(({ previous, state, changedAt, reason, actor }) => ({
        ...{ previous, state, reason, actor },
        changedAt: changedAt.toISOString(),
      })),
  }));
}
