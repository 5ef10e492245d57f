import { type Cause, CAUSES } from '@shelfwatch/domain';

/** What one shop adds up while it is measured. */
export interface Tally {
  days: number;
  /** Times that a place ran empty while the shop was open. */
  incidents: number;
  /** Place-hours open, and of these empty. */
  slotHours: number;
  emptyHours: number;
  /** Empty place-hours by what had caused them, as the simulation knows it. */
  emptyHoursByCause: Record<Cause, number>;
  demand: number;
  unmet: number;
  lostSalesCents: number;
  /** Records looked at (every product, every night), within the tolerance, exact, too high, and Σ |book − real|. */
  records: number;
  accurate: number;
  exact: number;
  tooHigh: number;
  absoluteError: number;
  /** Items in the shop, over all records. */
  items: number;
  orders: number;
  orderedItems: number;
  /** Walks to a place or to the back room that mended nothing. */
  wastedWalks: number;
  trips: number;
  rounds: number;
  staffMinutes: number;
  /** Counts that the platform asked for, and those done of any kind. */
  countsAsked: number;
  counts: number;
  /** Stock events opened, those that were false, and tasks that were still waiting in the evening. */
  events: number;
  falseEvents: number;
  leftOver: number;
}

export const newTally = (): Tally => ({
  ...{ days: 0, incidents: 0, slotHours: 0, emptyHours: 0 },
  emptyHoursByCause: Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>,
  ...{ demand: 0, unmet: 0, lostSalesCents: 0 },
  ...{ records: 0, accurate: 0, exact: 0, tooHigh: 0, absoluteError: 0, items: 0 },
  ...{ orders: 0, orderedItems: 0 },
  ...{ wastedWalks: 0, trips: 0, rounds: 0, staffMinutes: 0, countsAsked: 0, counts: 0 },
  ...{ events: 0, falseEvents: 0, leftOver: 0 },
});
