import {
  type AccuracyTolerance,
  DEFAULT_COUNTS_PER_DAY,
  DEFAULT_REPLENISHMENT,
  DEFAULT_TOLERANCE,
} from '@shelfwatch/domain';
import type { ReplenishmentSettings } from '@shelfwatch/domain';

/**
 * Everything that the simulated chain rests on. [published] = a figure that can be looked up; [calibrated] = set so
 * that the shops WITHOUT the platform show the published state of the trade; [assumed] = a plain guess, stated so that
 * it can be changed. None was set by looking at what the platform achieves. docs/impact.md explains each.
 */
export interface ImpactParameters {
  shops: number;
  productsPerShop: number;
  /** Days before measuring, in which both arms are the same shop without the platform: the book drifts into its usual state. */
  warmUpDays: number;
  /** Days between switching on and measuring: the platform finds what has gone wrong before it came. */
  settleDays: number;
  measuredDays: number;
  opensAtHour: number;
  closesAtHour: number;
  demand: {
    /** Items a day: median and log-normal spread over the range. */
    medianPerDay: number;
    spread: number;
    /** Monday to Sunday, mean 1. */
    weekday: readonly number[];
    /** From the opening hour on; any sum. */
    hour: readonly number[];
    /** ± share over the year. */
    season: number;
    /** Share of product-weeks with more demand than the forecast knows of, and how many times as much. */
    surgeShare: number;
    surgeFactor: number;
  };
  errors: {
    /** Stolen, broken or spoilt without a record, as a share of demand. */
    unrecordedShrinkShare: number;
    /** Thefts of half a shelf and more, for each product and day. */
    sweepsPerDay: number;
    /** Share of scans that book the neighbouring variant in place of the right one. */
    misscanShare: number;
    /** Share of delivery lines whose contents differ from the delivery note, unnoticed; as often more as less. */
    receivingErrorShare: number;
    /** Share of counts that are wrong by one. */
    miscountShare: number;
  };
  supply: {
    /** Days of the week on whose evening orders go out, Monday = 0, whoever proposes them. */
    orderWeekdays: readonly number[];
    leadTimeDays: number;
    lateShare: number;
    lateDays: readonly [number, number];
    /** Share of lines that come short. */
    shortShare: number;
    /** Of a product at the supplier: how often, for how long. Orders placed meanwhile come to nothing. */
    outagesPerDay: number;
    outageDays: number;
    replenishment: ReplenishmentSettings;
  };
  staff: {
    /** Rounds along all shelves, hours of the day. */
    roundHours: readonly number[];
    /** Minutes for a round: walking, then trips to the back room as far as time allows. The platform's arm has the same minutes. */
    roundMinutes: number;
    walkMinutes: number;
    /** To the back room and back. */
    tripMinutes: number;
    countMinutes: number;
    /** Share of empty, and of half empty, places that someone on a round notices and acts on. */
    noticesEmpty: number;
    noticesLow: number;
    /** Share of goods in the back room that are put out before opening, on the day of delivery and later. */
    putsAwayDelivery: number;
    putsAwayLater: number;
    /** Share of searches of the back room that find what is there. */
    findsStock: number;
    /** Share of searches in vain after which somebody sets the book right. */
    correctsBook: number;
    /** Days between two counts of a product by the calendar. */
    countEveryDays: number;
  };
  platform: {
    /** Share of places that a camera sees. */
    watchedShare: number;
    /** Share of days on which a watched place cannot be seen. */
    blindShare: number;
    precision: number;
    recall: number;
    /** From the change on the shelf to the event; the tail is exponential. */
    detectMinutes: number;
    /** Mean time until a member of staff takes a task up. */
    responseMinutes: number;
    /** How often open events are decided on again. */
    rerouteMinutes: number;
    /** Counts a day beyond those that the rules ask for, see `proposeCounts`. */
    guidedCountsPerDay: number;
  };
  tolerance: AccuracyTolerance;
}

export const DEFAULT_PARAMETERS: ImpactParameters = {
  shops: 20,
  productsPerShop: 160,
  // More than a cycle of counts, so that every record has drifted as long as it usually does.
  warmUpDays: 120,
  settleDays: 28,
  measuredDays: 56,
  opensAtHour: 8,
  closesAtHour: 22,
  demand: {
    // [assumed] A skewed range, as any: many slow products, few fast ones; mean 3.3 a day.
    medianPerDay: 2,
    spread: 1,
    // [assumed] Grocery weeks peak on Friday and Saturday, days in the late afternoon.
    weekday: [0.85, 0.85, 0.9, 0.95, 1.2, 1.35, 0.9],
    hour: [3, 4, 5, 6, 6, 5, 5, 6, 8, 10, 10, 8, 5, 3],
    season: 0.1,
    // [calibrated] to 47 % of gaps by ordering and forecasting (Gruen, Corsten & Bharadwaj 2002).
    surgeShare: 0.08,
    surgeFactor: 2.5,
  },
  errors: {
    // [published] Total shrink is about 1.4 % of sales (National Retail Security Survey 2017-2023: 1.3-1.6 %); [assumed] half has no record.
    unrecordedShrinkShare: 0.007,
    // [assumed]
    sweepsPerDay: 1 / 600,
    // [calibrated] together to exact records 35-51 % (DeHoratius & Raman 2008: 35 %; Kang & Gershwin 2005: 51 %), as many too high as too low (ECR 2019).
    misscanShare: 0.003,
    receivingErrorShare: 0.008,
    miscountShare: 0.03,
  },
  supply: {
    // [calibrated] to 47 % of gaps by ordering and forecasting. Ordered in the evening, there on the second morning.
    orderWeekdays: [0, 2, 4],
    leadTimeDays: 2,
    lateShare: 0.06,
    lateDays: [1, 3],
    // [calibrated] to 28 % of gaps made upstream (Gruen, Corsten & Bharadwaj 2002).
    shortShare: 0.05,
    outagesPerDay: 1 / 150,
    outageDays: 5,
    // [calibrated] to 47 % of gaps by ordering and forecasting.
    replenishment: { ...DEFAULT_REPLENISHMENT, serviceLevel: 0.8, coverDays: 4 },
  },
  staff: {
    // [assumed]
    roundHours: [11, 17],
    roundMinutes: 60,
    walkMinutes: 30,
    tripMinutes: 4,
    countMinutes: 6,
    // [calibrated] to 25 % of gaps with goods in the back room (Gruen, Corsten & Bharadwaj 2002).
    noticesEmpty: 0.5,
    noticesLow: 0.1,
    putsAwayDelivery: 0.9,
    putsAwayLater: 0.5,
    // [published] 3-16 % of products are in the shop where nobody finds them (Ton & Raman 2010 and earlier); here 5 % of searches.
    findsStock: 0.95,
    // [assumed]
    correctsBook: 0.1,
    // [calibrated] to about 92 % of records within the tolerance.
    countEveryDays: 75,
  },
  platform: {
    // [assumed]
    watchedShare: 0.95,
    blindShare: 0.02,
    // The bar that `bench events` holds the platform to; a sensitivity shows the bar of its worst scenario. A picture a minute.
    precision: 0.99,
    recall: 0.98,
    detectMinutes: 3,
    responseMinutes: 20,
    rerouteMinutes: 60,
    guidedCountsPerDay: DEFAULT_COUNTS_PER_DAY,
  },
  tolerance: DEFAULT_TOLERANCE,
};
