import { formatFigures } from '../report.js';
import { compareArms } from './compare-arms.js';
import { DEFAULT_PARAMETERS, type ImpactParameters } from './parameters.js';
import { measureShop, playDays } from './play-shop.js';
import { inStore } from './product-stock.js';
import { Shop } from './shop.js';
import { simulateChain } from './simulate-chain.js';

/** Small enough for a test, long enough for goods to run out. */
const SMALL: ImpactParameters = {
  ...DEFAULT_PARAMETERS,
  ...{ shops: 2, productsPerShop: 24, warmUpDays: 20, settleDays: 7, measuredDays: 14 },
};
const PERFECT: ImpactParameters['errors'] = {
  ...{ unrecordedShrinkShare: 0, sweepsPerDay: 0, misscanShare: 0, receivingErrorShare: 0, miscountShare: 0 },
};

describe('the simulated chain', () => {
  it('When the seed is the same, then so is every figure; with another seed they differ', () => {
    const figures = (seed: number): string => formatFigures(compareArms(simulateChain(SMALL, seed), seed)).join('\n');
    expect(figures(3)).toBe(figures(3));
    expect(figures(3)).not.toBe(figures(4));
  });

  it('When neither arm has the platform, then both are the same to the last figure', () => {
    const shop = Shop.open(SMALL, 5);
    playDays(shop, SMALL.warmUpDays);
    const [one, other] = [measureShop(shop.clone()), measureShop(shop.clone())];
    expect(other).toEqual(one);
    expect(compareArms([{ without: one, with: other, variants: {} }], 1)['incidentReduction']).toBe(0);
  });

  it('When nothing is lost, mistaken or misdelivered unseen, then the book is always right in both arms', () => {
    const figures = compareArms(simulateChain({ ...SMALL, errors: PERFECT }, 6), 6);
    expect(figures).toMatchObject({ accuracyBefore: 1, accuracyAfter: 1, without: { exactAccuracy: 1 } });
  });

  it('When shrink grows, then the book gets worse', () => {
    const accuracy = (unrecordedShrinkShare: number): number => {
      const errors = { ...PERFECT, unrecordedShrinkShare };
      return compareArms(simulateChain({ ...SMALL, errors }, 7), 7)['accuracyBefore'] as number;
    };
    expect(accuracy(0.1)).toBeLessThan(accuracy(0.01));
  });

  it('When the platform sees nothing, then it opens no event', () => {
    const blind = { ...SMALL, platform: { ...SMALL.platform, blindShare: 1 } };
    const [shop] = simulateChain({ ...blind, shops: 1 }, 8);
    expect(shop!.with).toMatchObject({ events: 0, countsAsked: 0 });
  });

  it('When both arms live through the same days, then the same customers come', () => {
    for (const shop of simulateChain(SMALL, 9)) expect(shop.with.demand).toBe(shop.without.demand);
  });

  it('When goods move, then none appear from nowhere and none vanish', () => {
    const shop = Shop.open({ ...SMALL, errors: PERFECT }, 10);
    playDays(shop, 30);
    const before = shop.stocks.reduce((sum, stock) => sum + inStore(stock), 0);
    const arriving = (day: number): number =>
      shop.stocks.reduce(
        (sum, { orders }) =>
          sum + orders.filter((one) => one.arrivesOnDay <= day).reduce((n, one) => n + one.shipped, 0),
        0,
      );
    const delivered = arriving(shop.day);
    const { demand, unmet } = { ...shop.tally };
    playDays(shop, 1);
    const sold = shop.tally.demand - demand - (shop.tally.unmet - unmet);
    expect(sold).toBeGreaterThan(0);
    expect(shop.stocks.reduce((sum, stock) => sum + inStore(stock), 0)).toBe(before + delivered - sold);
  });
});
