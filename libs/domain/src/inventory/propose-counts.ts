import type { AccuracyTolerance } from '../kpi/inventory-accuracy.js';

/** What is known of a product's record in one store. */
export interface CountCandidate {
  gtin: string;
  /** When shelf and back room were both last counted; null = never. */
  countedAt: Date | null;
  /** Items a day; null when unknown. */
  dailySales: number | null;
  /** Items that the book says are in the store. */
  onHand: number;
  /** Items that went out although the book had none: the record is known to be wrong. */
  shortfall: number;
}

/** A product to count, and why in one sentence for whoever counts. */
export interface ProposedCount {
  gtin: string;
  /** The most probable that the record can be beyond the tolerance, 0..1; 1 also where it is known to be wrong. */
  risk: number;
  reason: string;
}

export interface CountSettings {
  /** Products that staff may be asked to count in a day. */
  perDay: number;
  /** Within what a record counts as right. */
  tolerance: AccuracyTolerance;
}

/** An hour of somebody's day, at six to eight minutes a count. */
export const DEFAULT_COUNTS_PER_DAY = 8;

const DAY_MS = 86_400_000;
/**
 * Variance of a record's error that each item sold adds, items²: unrecorded losses of 0.7 % of sales (half of the total shrink of 1.4 %,
 * National Retail Security Survey) and wrong scans and receipts of about the same size.
 */
const VARIANCE_PER_ITEM = 0.015;
/** The same for each day, whatever is sold: thefts of half a shelf and wrong deliveries are rare and large. */
const VARIANCE_PER_DAY = 0.05;
/** Age of a record that was never counted. */
const NEVER_DAYS = 365;

/**
 * Cycle counting guided by risk: of all records those for which a count gains most. The error of a record is taken to be a random walk, so that
 * its variance grows with time and sales, and by Chebyshev's inequality it is beyond the tolerance with a probability of at most
 * `p(t) = min(1, variance(t) / tolerance²)`. Gained is what the record would be at fault beyond what a fresh one will be, which is the index of
 * Whittle (1988) for this process: `t·p(t) − ∫p`. Fast products are so counted more often than slow ones, as ABC counting does by hand, and old
 * records before new ones. Records that the book itself proves wrong come first. Deterministic, whatever the order of the candidates.
 *
 * @see DeHoratius, N. & Raman, A. (2008): Inventory Record Inaccuracy: An Empirical Analysis. Management Science 54(4)
 * @see Whittle, P. (1988): Restless Bandits: Activity Allocation in a Changing World. Journal of Applied Probability 25A
 * @returns at most `perDay`, most gain first; nothing that was counted within a day
 */
export function proposeCounts(
  candidates: readonly CountCandidate[],
  now: Date,
  { perDay, tolerance }: CountSettings,
): ProposedCount[] {
  const judged = candidates.flatMap((candidate): (ProposedCount & { gain: number })[] => {
    const { gtin, countedAt, dailySales, shortfall } = candidate;
    const days = countedAt === null ? NEVER_DAYS : (now.getTime() - countedAt.getTime()) / DAY_MS;
    if (days < 1) return [];
    if (shortfall > 0) {
      const reason = `The book had none left when ${items(shortfall)} more went out: it is wrong.`;
      return [{ gtin, risk: 1, reason, gain: Infinity }];
    }
    const allowed = Math.max(1, tolerance.items, tolerance.share * candidate.onHand);
    const riskPerDay = (VARIANCE_PER_DAY + VARIANCE_PER_ITEM * (dailySales ?? 0)) / allowed ** 2;
    const certainAfter = 1 / riskPerDay;
    const gain = days < certainAfter ? (riskPerDay * days ** 2) / 2 : days - certainAfter / 2;
    const sold = dailySales === null || countedAt === null ? null : days * dailySales;
    return [{ gtin, risk: Math.min(1, riskPerDay * days), reason: reasonOf(countedAt, days, sold), gain }];
  });
  judged.sort((a, b) => (a.gain === b.gain ? (a.gtin < b.gtin ? -1 : 1) : b.gain - a.gain));
  return judged.slice(0, Math.max(0, Math.floor(perDay))).map(({ gtin, risk, reason }) => ({ gtin, risk, reason }));
}

function reasonOf(countedAt: Date | null, days: number, sold: number | null): string {
  const age = Math.floor(days);
  const since =
    countedAt === null ? 'It was never counted' : `It was last counted ${age === 1 ? 'a day' : `${age} days`} ago`;
  return sold === null || countedAt === null
    ? `${since}.`
    : `${since}, and about ${items(Math.round(sold))} were sold since.`;
}

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);
