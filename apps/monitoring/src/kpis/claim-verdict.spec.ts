import { wilsonInterval } from '@shelfwatch/domain';
import { accuracyVerdict, type Evidence, reductionVerdict, riseVerdict } from './claim-verdict.js';

const shareOf = (right: number, all: number): Evidence['before'] => {
  const interval = wilsonInterval(right, all);
  return { numerator: right, denominator: all, low: interval?.low ?? null, high: interval?.high ?? null };
};
const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  ...{ before: shareOf(40, 100), after: shareOf(20, 100), hasTwoStoresPerArm: true, leastCoverage: 0.9 },
  estimate: { value: 0.5, low: 0.4, high: 0.6 },
  ...changes,
});

describe('verdicts on claims', () => {
  it.each([
    [0.4, 0.6, 'shown', /40.0 % fewer to 60.0 % fewer, all of it enough/],
    [0.2, 0.6, 'not-shown', /may be enough or too little/],
    [-0.1, 0.3, 'not-shown', /10.0 % more to 30.0 % fewer, all of it too little/],
  ])('When the reduction lies between %d and %d, then it is %s', (low, high, outcome, because) => {
    const verdict = reductionVerdict(evidence({ estimate: { value: (low + high) / 2, low, high } }));
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.because).toMatch(because);
  });

  it.each<[string, Partial<Evidence>, RegExp]>([
    ['nothing was measured before', { before: shareOf(0, 0) }, /nothing was measured before the change/],
    ['too little was seen', { leastCoverage: 0.31 }, /only 31.0 % of the slot-hours/],
    ['there is one store', { estimate: undefined, hasTwoStoresPerArm: false }, /single store/],
    ['there was no incident before', { estimate: undefined }, /no incidents/],
  ])('When %s, then there are too few data, and the verdict says so', (_why, changes, because) => {
    const verdict = reductionVerdict(evidence(changes));
    expect(verdict.outcome).toBe('too-few-data');
    expect(verdict.because).toMatch(because);
  });

  it('When the change of a share may be none, then its rise is not shown', () => {
    const moved = (low: number, high: number) => riseVerdict(evidence({ estimate: { value: 0, low, high } })).outcome;
    expect([moved(0.01, 0.03), moved(-0.01, 0.03), moved(-0.03, -0.01)]).toEqual(['shown', 'not-shown', 'not-shown']);
  });

  it('When all counts were right but there are fewer than 189, then the claimed accuracy cannot be shown yet', () => {
    const few = accuracyVerdict(evidence({ before: shareOf(184, 200), after: shareOf(188, 188) }));
    expect(few).toMatchObject({ outcome: 'too-few-data' });
    expect(few.because).toMatch(/188 records.*189 are needed/);
    const enough = accuracyVerdict(evidence({ before: shareOf(184, 200), after: shareOf(189, 189) }));
    expect(enough.outcome).toBe('shown');
  });

  it('When the accuracy after lies around the claimed one, or was there before, then the claim is not shown', () => {
    expect(accuracyVerdict(evidence({ after: shareOf(980, 1_000) })).because).toMatch(/may be too low/);
    const unchanged = accuracyVerdict(evidence({ before: shareOf(995, 1_000), after: shareOf(998, 1_000) }));
    expect(unchanged).toMatchObject({ outcome: 'not-shown' });
    expect(unchanged.because).toMatch(/reaches into that from before/);
  });
});
