import type { Claim } from '../../monitoring/types';
import { changeText, dividedText, intervalText, valueText } from './claims-words';

const figure = (value: number | null, low: number | null = null, high: number | null = null) => ({
  ...{ numerator: 1, denominator: 2, value, low, high },
});
const claim = (unit: string, changes: Partial<Claim> = {}): Claim => ({
  definition: { id: 'x', name: 'X', formula: 'f', unit, higherIsBetter: true, source: 's' },
  ...{ verdict: null, before: figure(null), after: figure(null), controlBefore: null, controlAfter: null },
  ...{ difference: null, reduction: null },
  ...changes,
});
const RATE = 'incidents per 1,000 slot-hours';

describe('words of the claims report', () => {
  it('When nothing was measured, then a dash is shown, and no interval', () => {
    expect([valueText(claim('share'), figure(null)), valueText(claim(RATE), null)]).toEqual(['–', '–']);
    expect(intervalText(claim('share'), figure(0.9))).toBeUndefined();
    expect(changeText(claim('share'))).toBeUndefined();
  });

  it('When a figure is a share, then it and its interval are in percent', () => {
    expect(valueText(claim('share'), figure(0.92))).toBe('92.0 %');
    expect(intervalText(claim('share'), figure(0.92, 0.8812, 0.95))).toBe('88.1 to 95.0 %');
    expect(intervalText(claim(RATE), figure(5, 4.21, 6))).toBe('4.2 to 6.0');
  });

  it('When a figure was measured, then it says what was divided by what, with its unit', () => {
    const rate = { ...claim(RATE), definition: { ...claim(RATE).definition, id: 'incidentRate' } };
    const measured = { ...figure(5), numerator: 12, denominator: 3_400.46 };
    expect(dividedText(rate, measured)).toBe('12 ÷ 3,400.5 slot-hours');
    expect(dividedText(rate, { ...measured, denominator: 0 })).toBeUndefined();
  });

  it('When incidents became fewer, then the change is told with a minus, from the larger to the smaller', () => {
    const fewer = claim(RATE, { reduction: { value: 0.352, low: -0.02, high: 0.5 } });
    expect(changeText(fewer)).toEqual({ value: '−35.2 %', interval: '−50.0 to +2.0 %' });
  });

  it('When a share rose, then the change is told in points', () => {
    const higher = claim('share', { difference: { value: 0.06, low: 0, high: 0.07 } });
    expect(changeText(higher)).toEqual({ value: '+6.0 points', interval: '0.0 to +7.0 points' });
  });
});
