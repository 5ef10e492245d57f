import { durationText, fractionText, rateText, shareText } from './kpi-words';

const figure = (value: number | null) => ({ numerator: 3, denominator: 4.25, value, low: null, high: null });

describe('words for KPIs', () => {
  it('When nothing was measured, then a dash is shown and no 0 %', () => {
    expect([shareText(figure(null)), rateText(figure(null)), durationText(null)]).toEqual(['–', '–', '–']);
    expect(shareText(figure(0))).toBe('0.0 %');
  });

  it('When a rate has an interval, then it is shown', () => {
    expect(rateText({ ...figure(5.14), low: 4.2, high: 6 })).toBe('5.1 (4.2–6.0)');
    expect(rateText(figure(5.14))).toBe('5.1');
  });

  it('When times are long, then they are told in larger units', () => {
    expect([1_400, 240_000, 7_260_000].map(durationText)).toEqual(['1 s', '4 min', '2.0 h']);
  });

  it('When a share is shown, then so is what it was divided from', () => {
    expect(fractionText(figure(0.7))).toBe('3 ÷ 4.3');
  });
});
