import { defaultLowFacings } from '@shelfwatch/domain';
import { type Chance, normal } from './chance.js';
import type { ImpactParameters } from './parameters.js';

/** A product of a shop and its place on the shelf. */
export interface ShopProduct {
  /** Mean demand, items a day. */
  dailyDemand: number;
  priceCents: number;
  casePack: number;
  facings: number;
  /** Items one behind the other. */
  depth: number;
  capacity: number;
  lowFacings: number;
  /** Whether a camera sees it. */
  watched: boolean;
}

const CASE_PACKS = [6, 8, 12, 24] as const;

/** The shop's range, drawn from the seed. A shelf holds three days of sales and one and a half cases, whichever is more. */
export function drawRange(chance: Chance, { productsPerShop, demand, platform }: ImpactParameters): ShopProduct[] {
  return Array.from({ length: productsPerShop }, (_, product) => {
    const next = chance.stream('range', product);
    const drawn = demand.medianPerDay * Math.exp(demand.spread * normal(next(), next()));
    const dailyDemand = Math.min(30, Math.max(0.2, drawn));
    const priceCents = Math.round(80 + 500 * next() ** 2);
    const largest = CASE_PACKS.findLastIndex((pack) => pack <= 6 * dailyDemand);
    const casePack = CASE_PACKS[Math.max(0, Math.min(largest, Math.floor(next() * 4)))]!;
    const facings = Math.min(5, 1 + Math.floor(Math.sqrt(dailyDemand) + next()));
    const depth = Math.ceil(Math.max(1.5 * casePack, 3 * dailyDemand) / facings);
    const watched = next() < platform.watchedShare;
    const capacity = facings * depth;
    return {
      dailyDemand,
      priceCents,
      casePack,
      facings,
      depth,
      capacity,
      lowFacings: defaultLowFacings(facings),
      watched,
    };
  });
}
