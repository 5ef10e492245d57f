import type { Reorder, ReorderState } from '../../monitoring/types';
import { sampleEvent } from '../stock-events/sample-event';
import { groupReorders } from './reorder-groups';

const reorder = (reorderId: string, state: ReorderState, at: string): Reorder => ({
  reorderId,
  state,
  quantity: 12,
  cases: 2,
  received: 0,
  casePack: 6,
  expectedAt: null,
  idempotencyKey: reorderId,
  storeId: 'store-1',
  product: sampleEvent().product,
  supplier: { supplierId: 's', name: 'Wholesale' },
  eventId: null,
  reason: 'under the reorder point',
  requestedAt: at,
  changedAt: at,
  allowedTransitions: [],
  history: [],
});

const ids = (reorders: Reorder[]): string[] => reorders.map(({ reorderId }) => reorderId);

describe('groupReorders', () => {
  it('When orders are in all states, then each is in one group', () => {
    const groups = groupReorders([
      reorder('proposed', 'PROPOSED', '2026-03-02T12:00:00Z'),
      reorder('sent', 'SENT', '2026-03-02T12:00:00Z'),
      reorder('failed', 'FAILED', '2026-03-02T11:00:00Z'),
      reorder('refused', 'REJECTED', '2026-03-02T12:00:00Z'),
    ]);
    expect(ids(groups.waiting)).toEqual(['proposed']);
    expect(ids(groups['under-way'])).toEqual(['sent', 'failed']);
    expect(ids(groups.done)).toEqual(['refused']);
  });

  it('When several wait, then the one that waits longest comes first', () => {
    const young = reorder('young', 'PROPOSED', '2026-03-02T12:00:00Z');
    const old = reorder('old', 'PROPOSED', '2026-03-02T10:00:00Z');
    expect(ids(groupReorders([young, old]).waiting)).toEqual(['old', 'young']);
  });

  it('When an order comes twice, then it is shown once, as it came last', () => {
    const groups = groupReorders([
      reorder('a', 'PROPOSED', '2026-03-02T12:00:00Z'),
      reorder('a', 'APPROVED', '2026-03-02T12:00:00Z'),
    ]);
    expect([groups.waiting.length, groups['under-way'].length]).toEqual([0, 1]);
  });
});
