import { compareEvents, type ComparedEvent } from './compare-events.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minute));
const event = (slotId: string, from: number, to: number | null, kind: ComparedEvent['kind'] = 'out-of-stock') => ({
  ...{ slotId, kind },
  from: at(from),
  to: to === null ? null : at(to),
});

describe('Comparison of events', () => {
  it('When two events of a slot overlap and are of the same kind, then they are one', () => {
    const [a, b] = [event('p1', 1, 5), event('p1', 4, null)];
    expect(compareEvents([a], [b])).toEqual({ both: [{ a, b }], onlyA: [], onlyB: [] });
  });

  it('When slot, kind or time differ, then they are two', () => {
    const a = event('p1', 1, 5);
    for (const b of [event('p2', 1, 5), event('p1', 1, 5, 'low-stock'), event('p1', 6, 9)])
      expect(compareEvents([a], [b])).toEqual({ both: [], onlyA: [a], onlyB: [b] });
  });

  it('When one long event meets two short ones, then the earlier is its pair and the other stands alone', () => {
    const [long, early, late] = [event('p1', 1, 30), event('p1', 2, 4), event('p1', 10, 12)];
    expect(compareEvents([long], [late, early])).toEqual({ both: [{ a: long, b: early }], onlyA: [], onlyB: [late] });
  });
});
