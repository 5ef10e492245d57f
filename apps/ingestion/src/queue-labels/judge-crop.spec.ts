import { type FacingReading, parseGtin } from '@shelfwatch/domain';
import { judgeCrop } from './judge-crop.js';

const expected = parseGtin('4006381333931')!;
const other = parseGtin('5012345678900')!;
const reading = (label: string, probability: number, more: Partial<FacingReading> = {}): FacingReading => ({
  ...{ facing: 0, label, probability, expectedProbability: 0, emptyProbability: 0, occludedProbability: 0, ...more },
});

describe('judgeCrop', () => {
  it.each([
    ['what is planned, for sure', reading(expected, 0.97)],
    ['a gap, for sure', reading('empty', 0.95)],
    ['another product, fairly sure', reading(other, 0.75)],
    ['something in front', reading('occluded', 0.4)],
    ['perhaps something in front', reading('unknown', 0.3, { occludedProbability: 0.55 })],
  ])('When a facing shows %s, then nobody is asked', (_what, seen) => {
    expect(judgeCrop(seen, expected)).toBeUndefined();
  });

  it.each([
    ['low-confidence', reading(expected, 0.41)],
    ['low-confidence', reading('empty', 0.5)],
    ['low-confidence', reading(other, 0.3)],
    ['unknown-product', reading('unknown', 0.2)],
    ['disagrees-with-planogram', reading(other, 0.93)],
  ])('When the reason is %s, then a person is asked', (reason, seen) => {
    const { score, ...judged } = judgeCrop(seen, expected)!;
    expect(judged).toEqual({ reason });
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
  });

  it('When several are worth a label, then sure mistakes come before unknown products, and those before doubts', () => {
    const scores = [
      ...[reading(other, 0.99), reading(other, 0.9), reading('unknown', 0.1), reading('unknown', 0.5)],
      ...[reading(expected, 0.1), reading(expected, 0.55)],
    ].map((seen) => judgeCrop(seen, expected)!.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});
