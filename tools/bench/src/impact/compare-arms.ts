import { bootstrapInterval, CAUSES, type Estimate } from '@shelfwatch/domain';
import type { Figures } from '../bench.js';
import type { ShopResult } from './simulate-chain.js';
import type { Tally } from './tally.js';

/** The figures of the bench; intervals by bootstrap over shops, both arms of a shop together. */
export function compareArms(shops: readonly ShopResult[], seed: number): Figures {
  const estimate = (of: (shops: readonly ShopResult[]) => number): Estimate =>
    bootstrapInterval([shops], ([drawn = []]) => of(drawn), { seed }) ?? { value: NaN, low: NaN, high: NaN };
  const reductionOf = (figure: (tally: Tally) => number): Estimate =>
    estimate((drawn) => 1 - sum(drawn, (shop) => figure(shop.with)) / sum(drawn, (shop) => figure(shop.without)));
  const shareOf = (arm: (shop: ShopResult) => Tally, part: keyof Tally, whole: keyof Tally): Estimate =>
    estimate(
      (drawn) => sum(drawn, (shop) => arm(shop)[part] as number) / sum(drawn, (shop) => arm(shop)[whole] as number),
    );
  const without = (shop: ShopResult): Tally => shop.without;
  const withPlatform = (shop: ShopResult): Tally => shop.with;
  return {
    ...named(
      'incidentReduction',
      reductionOf(({ incidents }) => incidents),
    ),
    ...named('accuracyBefore', shareOf(without, 'accurate', 'records')),
    ...named('accuracyAfter', shareOf(withPlatform, 'accurate', 'records')),
    ...named(
      'emptyHoursReduction',
      reductionOf(({ emptyHours }) => emptyHours),
    ),
    ...named(
      'lostSalesReduction',
      reductionOf(({ lostSalesCents }) => lostSalesCents),
    ),
    shops: shops.length,
    without: armFigures(shops.map(without)),
    with: armFigures(shops.map(withPlatform)),
    sensitivity: sensitivityOf(shops.filter(({ variants }) => Object.keys(variants).length > 0)),
  };
}

const named = (name: string, { value, low, high }: Estimate): Figures => ({
  [name]: value,
  [`${name}Low`]: low,
  [`${name}High`]: high,
});

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** The headline figures of each variant, beside those of the same shops as they are. */
function sensitivityOf(shops: readonly ShopResult[]): Figures {
  const [first] = shops;
  if (first === undefined) return {};
  const figuresOf = (arm: (shop: ShopResult) => Tally): Figures => ({
    incidentReduction: 1 - sum(shops, (shop) => arm(shop).incidents) / sum(shops, ({ without }) => without.incidents),
    emptyHoursReduction:
      1 - sum(shops, (shop) => arm(shop).emptyHours) / sum(shops, ({ without }) => without.emptyHours),
    accuracyAfter: sum(shops, (shop) => arm(shop).accurate) / sum(shops, (shop) => arm(shop).records),
    staffMinutesPerDay: sum(shops, (shop) => arm(shop).staffMinutes) / sum(shops, (shop) => arm(shop).days),
  });
  return {
    shops: shops.length,
    'as it is': figuresOf((shop) => shop.with),
    ...Object.fromEntries(Object.keys(first.variants).map((name) => [name, figuresOf((shop) => shop.variants[name]!)])),
  };
}

/** One arm's figures, by shop and week where they are amounts. */
function armFigures(tallies: readonly Tally[]): Figures {
  const total = (of: (tally: Tally) => number): number => sum(tallies, of);
  const share = (part: (tally: Tally) => number, whole: (tally: Tally) => number): number => total(part) / total(whole);
  const emptyHours = total((tally) => tally.emptyHours);
  const days = total((tally) => tally.days);
  const weekly = (of: (tally: Tally) => number): number => (total(of) / days) * 7;
  return {
    outOfStockShare: share(
      ({ emptyHours: hours }) => hours,
      ({ slotHours }) => slotHours,
    ),
    incidentsPer1000SlotHours:
      1_000 *
      share(
        ({ incidents }) => incidents,
        ({ slotHours }) => slotHours,
      ),
    causes: Object.fromEntries(
      CAUSES.map((cause) => [cause, total((tally) => tally.emptyHoursByCause[cause]) / emptyHours]),
    ),
    unmetDemandShare: share(
      ({ unmet }) => unmet,
      ({ demand }) => demand,
    ),
    accuracy: share(
      ({ accurate }) => accurate,
      ({ records }) => records,
    ),
    exactAccuracy: share(
      ({ exact }) => exact,
      ({ records }) => records,
    ),
    bookTooHighShare: share(
      ({ tooHigh }) => tooHigh,
      ({ records }) => records,
    ),
    meanAbsoluteError: share(
      ({ absoluteError }) => absoluteError,
      ({ records }) => records,
    ),
    meanItemsInShop: share(
      ({ items }) => items,
      ({ records }) => records,
    ),
    perShopAndWeek: {
      incidents: weekly(({ incidents }) => incidents),
      emptyHours: weekly((tally) => tally.emptyHours),
      lostSalesCents: weekly(({ lostSalesCents }) => lostSalesCents),
      orders: weekly(({ orders }) => orders),
      orderedItems: weekly(({ orderedItems }) => orderedItems),
      trips: weekly(({ trips }) => trips),
      wastedWalks: weekly(({ wastedWalks }) => wastedWalks),
      staffMinutes: weekly(({ staffMinutes }) => staffMinutes),
      countsAsked: weekly(({ countsAsked }) => countsAsked),
      counts: weekly(({ counts }) => counts),
      events: weekly(({ events }) => events),
      falseEvents: weekly(({ falseEvents }) => falseEvents),
      tasksLeftInTheEvening: weekly(({ leftOver }) => leftOver),
    },
  };
}
