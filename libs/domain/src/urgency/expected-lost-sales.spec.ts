import { expectedLostSalesCentsPerHour } from './expected-lost-sales.js';

const gap = { dailySales: 24, priceCents: 250, tradingHoursPerDay: 12, visibleFacings: 0, facings: 4 };

describe('expectedLostSalesCentsPerHour', () => {
  it('When the slot is empty, then a whole hour of sales is lost each hour', () => {
    expect(expectedLostSalesCentsPerHour(gap)).toBe(500);
  });

  it('When a quarter of the facings is left, then three quarters are lost', () => {
    expect(expectedLostSalesCentsPerHour({ ...gap, visibleFacings: 1 })).toBe(375);
  });

  it('When sales are not known, then no loss is claimed', () => {
    expect(expectedLostSalesCentsPerHour({ ...gap, dailySales: null })).toBe(0);
  });
});
