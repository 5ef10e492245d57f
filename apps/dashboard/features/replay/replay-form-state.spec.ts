import { problemsWithin, questionOf, replayAddress, replayFormOf } from './replay-form-state';

const NOW = Date.parse('2026-11-24T08:39:10Z');
const EMPTY = replayFormOf(new URLSearchParams(), 'Europe/Berlin', NOW);

describe('the form of a replay', () => {
  it('When nothing was typed, then the last hour is asked for with nothing different', () => {
    expect(EMPTY).toMatchObject({ from: '2026-11-24T08:40', to: '2026-11-24T09:40' });
    expect(questionOf(EMPTY, 'Europe/Berlin')).toEqual({
      ...{ from: '2026-11-24T07:40:00.000Z', to: '2026-11-24T08:40:00.000Z' },
      whatIf: { filter: {}, replenishment: {}, suppressions: 'as-recorded', moreSuppressions: [] },
    });
  });

  it('When figures were typed, then they are numbers, and what is no number goes as it is', () => {
    const form = {
      ...EMPTY,
      ...{ filter: { acceptAt: '0,9', gain: 'half', holdMs: ' ' }, lowShare: '0.5', suppressions: 'none' as const },
      policy: { ...EMPTY.policy, figures: { ...EMPTY.policy.figures, serviceLevel: '0.98' } },
      gaps: [{ startsAt: '2026-11-24T09:00', endsAt: 'later', reason: ' delivery ' }],
    };
    expect(questionOf(form, 'Europe/Berlin').whatIf).toEqual({
      ...{ filter: { acceptAt: 0.9, gain: 'half' }, lowShare: 0.5, replenishment: { serviceLevel: 0.98 } },
      suppressions: 'none',
      moreSuppressions: [{ startsAt: '2026-11-24T08:00:00.000Z', endsAt: 'later', reason: 'delivery' }],
    });
  });

  it('When an address says a period, then the form begins with it', () => {
    const period = { from: '2026-11-20T06:00:00.000Z', to: '2026-11-20T18:00:00.000Z' };
    const { searchParams } = new URL(replayAddress(period), 'http://shop');
    const form = replayFormOf(searchParams, 'Europe/Berlin', NOW);
    expect(questionOf(form, 'Europe/Berlin')).toMatchObject(period);
  });

  it('When the service objects, then a part of the form gets the problems of its own fields only', () => {
    const errors = [
      { path: 'whatIf.filter.gain', message: 'too big' },
      { path: 'whatIf.replenishment.calendar.cutOff', message: 'no time' },
      { path: 'whatIf.filters', message: 'unknown' },
    ];
    expect(problemsWithin(errors, 'whatIf.filter')).toEqual([{ path: 'gain', message: 'too big' }]);
    expect(problemsWithin(errors, 'whatIf.replenishment')).toEqual([{ path: 'calendar.cutOff', message: 'no time' }]);
  });
});
