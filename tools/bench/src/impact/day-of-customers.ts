import { type Chance, poisson } from './chance.js';
import type { ImpactParameters } from './parameters.js';
import type { ShopProduct } from './shop-range.js';
import { DAY, HOUR } from './shop-clock.js';

/** What customers, thieves and clumsiness do to a product, whoever runs the shop. */
export interface Visit {
  at: number;
  kind: 'demand' | 'shrink' | 'sweep';
  product: number;
  /** Number of the visit on that day, as a key for chance. */
  turn: number;
}

/**
 * A day of one product: a Poisson process whose rate follows the hour, the weekday, the season and surges. Depends on
 * seed, product and day alone.
 */
export function dayOfCustomers(
  chance: Chance,
  parameters: ImpactParameters,
  products: readonly ShopProduct[],
  product: number,
  day: number,
): Visit[] {
  const { demand, errors, opensAtHour } = parameters;
  const mean = products[product]!.dailyDemand * dayFactor(chance, demand, product, day);
  const bought = chance.stream('demand', product, day);
  const lost = chance.stream('theft', product, day);
  const draw = (kind: Visit['kind'], next: () => number, expected: number): Visit[] =>
    Array.from({ length: poisson(next, expected) }, (_, turn) => ({
      at: day * DAY + opensAtHour * HOUR + minuteOfVisit(next(), demand.hour),
      kind,
      product,
      turn,
    }));
  return [
    ...draw('demand', bought, mean),
    ...draw('shrink', lost, products[product]!.dailyDemand * errors.unrecordedShrinkShare),
    ...draw('sweep', lost, errors.sweepsPerDay),
  ];
}

function dayFactor(chance: Chance, demand: ImpactParameters['demand'], product: number, day: number): number {
  const season = 1 + demand.season * Math.sin((2 * Math.PI * day) / 365);
  const isSurge = chance.uniform('demand', product, Math.floor(day / 7), -1) < demand.surgeShare;
  return demand.weekday[day % 7]! * season * (isSurge ? demand.surgeFactor : 1);
}

/** Minutes after opening, spread as the hours are. @param u in [0, 1) */
function minuteOfVisit(u: number, hours: readonly number[]): number {
  let rest = u * hours.reduce((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of hours.entries()) {
    if (rest < weight) return (hour + rest / weight) * HOUR;
    rest -= weight;
  }
  return hours.length * HOUR - 1;
}
