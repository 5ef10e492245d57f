import fc from 'fast-check';
import { leaveOut, slotTimeline } from './slot-timeline.js';

const PERIOD = { from: 0, to: 100 };

describe('slotTimeline', () => {
  it('When a slot is empty and its camera goes blind meanwhile, then the blind time is unknown', () => {
    const conditions = [{ kind: 'out-of-stock' as const, from: 20, to: 60 }];
    const seen = leaveOut(PERIOD, [{ from: 50, to: 70 }]);
    expect(slotTimeline('a', PERIOD, conditions, [seen]).map(({ status, from, to }) => [status, from, to])).toEqual([
      ['stocked', 0, 20],
      ['empty', 20, 50],
      ['unknown', 50, 60],
      ['unknown', 60, 70],
      ['stocked', 70, 100],
    ]);
  });

  it('When one of two cameras still sees the slot, then it is observed', () => {
    const timeline = slotTimeline('a', PERIOD, [], [[{ from: 0, to: 50 }], [{ from: 40, to: 100 }]]);
    expect(timeline.some(({ status }) => status === 'unknown')).toBe(false);
    expect(slotTimeline('a', PERIOD, [], []).map(({ status }) => status)).toEqual(['unknown']);
  });

  it('When anything is wrong at any time, then the timeline covers the period without gap or overlap', () => {
    const span = fc
      .tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 1, max: 90 }))
      .map(([from, length]) => ({
        from,
        to: from + length,
      }));
    const kind = fc.constantFrom('out-of-stock' as const, 'low-stock' as const, 'misplaced' as const);
    const condition = fc.tuple(span, kind).map(([time, one]) => ({ ...time, kind: one }));
    fc.assert(
      fc.property(fc.array(condition), fc.array(span), (conditions, faults) => {
        const timeline = slotTimeline('a', PERIOD, conditions, [leaveOut(PERIOD, faults)]);
        expect(timeline[0]!.from).toBe(0);
        expect(timeline.at(-1)!.to).toBe(100);
        for (const [index, { from }] of timeline.slice(1).entries()) expect(from).toBe(timeline[index]!.to);
        const unknown = timeline
          .filter(({ status }) => status === 'unknown')
          .reduce((sum, { from, to }) => sum + to - from, 0);
        const blind = Array.from({ length: 100 }, (_, at) => faults.some(({ from, to }) => from <= at && at < to));
        expect(unknown).toBe(blind.filter(Boolean).length);
      }),
    );
  });
});
