import { formatMoney } from './format-money';

describe('formatMoney', () => {
  it('When the sum is small, then cents are shown', () => {
    expect(formatMoney(1_234.6)).toBe('12.35');
    expect(formatMoney(0)).toBe('0.00');
  });
  it('When the sum is large, then whole units are enough', () => {
    expect(formatMoney(1_234_567)).toBe('12,346');
  });
});
