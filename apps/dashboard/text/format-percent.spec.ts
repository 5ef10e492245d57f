import { formatPercent } from './format-percent';

describe('formatPercent', () => {
  it.each([
    [0.974, '97.4 %'],
    [1, '100.0 %'],
    [0, '0.0 %'],
    [0.99999, '99.9 %'],
    [0.00001, '0.1 %'],
  ])('When the share is %d, then it says %s', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });
  it('When no decimals are wanted, then there are none', () => {
    expect(formatPercent(0.974, 0)).toBe('97 %');
  });
});
