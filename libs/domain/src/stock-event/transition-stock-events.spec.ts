import { parseGtin } from '../identifiers/gtin.js';
import type { SlotStatus } from '../shelf/slot-state.js';
import type { StockEvent } from './stock-event.js';
import { type SlotView, transitionStockEvents } from './transition-stock-events.js';

const TEA = parseGtin('8904000210037')!;
const JAM = parseGtin('7300011000017')!;
const at = (seconds: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + seconds * 1_000);
const newEventId = (slotId: string, kind: string, since: Date) => `${slotId}/${kind}/${since.getTime()}`;

const slot = (status: SlotStatus, changes: Partial<SlotView> = {}): SlotView => ({
  storeId: 'store-1',
  slotId: 'slot-1',
  cameraId: 'cam-1',
  gtin: TEA,
  status,
  since: at(0),
  confidence: 0.97,
  visibleFacings: { stocked: 2, low: 1, empty: 0, misplaced: 1, unknown: 0 }[status],
  foreignGtin: status === 'misplaced' ? JAM : null,
  modelVersion: 'm1',
  ...changes,
});

/** Plays slot looks, ten seconds apart, and returns what is told and what stays open. */
function play(looks: readonly SlotView[]) {
  let open: StockEvent[] = [];
  const told: string[] = [];
  looks.forEach((look, index) => {
    for (const { change, event, closeReason } of transitionStockEvents(open, look, at(index * 10), newEventId)) {
      told.push([change, event.kind, ...(closeReason ? [closeReason] : [])].join(' '));
      open = [...open.filter(({ eventId }) => eventId !== event.eventId), ...(change === 'closed' ? [] : [event])];
    }
  });
  return { told, open };
}

describe('transitionStockEvents', () => {
  it('When a slot becomes empty, then an out-of-stock event opens, since the first frame that shows it', () => {
    const [fact] = transitionStockEvents([], slot('empty', { since: at(3) }), at(6), newEventId);
    expect(fact).toMatchObject({
      change: 'opened',
      event: { kind: 'out-of-stock', status: 'open', since: at(3), openedAt: at(6), visibleFacings: 0, gtin: TEA },
    });
    expect(fact?.event).not.toHaveProperty('foreignGtin');
  });

  it('When the slot stays empty, then nothing is told again', () => {
    expect(play([slot('empty'), slot('empty', { confidence: 0.99 }), slot('empty')]).told).toEqual([
      'opened out-of-stock',
    ]);
  });

  it('When it is restocked, then the event closes', () => {
    const { told, open } = play([slot('empty'), slot('stocked')]);
    expect(told).toEqual(['opened out-of-stock', 'closed out-of-stock restocked']);
    expect(open).toEqual([]);
  });

  it('When low stock becomes out of stock and then half a refill, then each is an event of its own', () => {
    expect(play([slot('low'), slot('empty'), slot('low'), slot('stocked')]).told).toEqual([
      'opened low-stock',
      'closed low-stock superseded',
      'opened out-of-stock',
      'closed out-of-stock superseded',
      'opened low-stock',
      'closed low-stock restocked',
    ]);
  });

  it('When the number of facings changes within low stock, then the event is updated', () => {
    const { told, open } = play([slot('low', { visibleFacings: 2 }), slot('low', { visibleFacings: 1 })]);
    expect(told).toEqual(['opened low-stock', 'updated low-stock']);
    expect(open[0]).toMatchObject({ visibleFacings: 1, since: at(0), openedAt: at(0) });
  });

  it('When another foreign product takes the place of the first, then the event is updated', () => {
    const { told, open } = play([slot('misplaced'), slot('misplaced', { foreignGtin: TEA })]);
    expect(told).toEqual(['opened misplaced', 'updated misplaced']);
    expect(open[0]).toMatchObject({ foreignGtin: TEA });
  });

  it('When the slot cannot be observed, then nothing opens and nothing closes', () => {
    const { told, open } = play([slot('empty'), slot('unknown'), slot('empty')]);
    expect(told).toEqual(['opened out-of-stock']);
    expect(open).toHaveLength(1);
  });
});
