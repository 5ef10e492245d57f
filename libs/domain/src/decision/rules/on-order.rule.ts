import { notTaken, type Rule } from '../rule.js';

const dateOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export const onOrderRule: Rule = {
  remedy: 'ON_ORDER',
  ask: ({ event, stock, openReorder, product, now }) => {
    if (event.kind === 'misplaced') return notTaken('the slot holds another product; nothing is said about this one');
    const items = openReorder?.quantity ?? stock?.onOrder ?? 0;
    if (items <= 0) return notTaken('nothing is on order');
    const expectedAt = openReorder === null ? (stock?.onOrderExpectedAt ?? null) : openReorder.expectedAt;
    const isLate = expectedAt !== null && expectedAt < now;
    return {
      taken: true,
      rule: openReorder === null ? 'book-says-on-order' : 'open-reorder-exists',
      reason: `${items} of ${product.name} are ordered${arrival(expectedAt, isLate)}.`,
      inputs: {
        onOrder: items,
        expectedAt: dateOf(expectedAt),
        late: isLate,
        reorderState: openReorder?.state ?? null,
      },
    };
  },
};

function arrival(expectedAt: Date | null, isLate: boolean): string {
  if (expectedAt === null) return '; no arrival date is known';
  const day = expectedAt.toISOString().slice(0, 10);
  return isLate ? `; they were expected on ${day}: ask the supplier` : ` and expected on ${day}`;
}
