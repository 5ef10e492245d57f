import { DAYS_OF_WEEK, instantOf, isTimeZone, localDay, TIME_OF_DAY, weekdayOf } from '../time/wall-clock.js';

/** When a supplier takes orders and brings goods. Weekdays as in ISO 8601: 1 = Monday … 7 = Sunday. */
export interface ReviewCalendar {
  /** Weekdays on which an order can be placed; at least one. */
  orderWeekdays: readonly number[];
  /** Local time until which an order counts for the day, `HH:MM`. */
  cutOff: string;
  /** Weekdays on which goods come; at least one. */
  deliveryWeekdays: readonly number[];
  /** IANA name of the store's time zone. */
  timeZone: string;
}

/** What ordering now means in days. */
export interface OrderOccasion {
  /** The last moment to order for this delivery. */
  orderBy: Date;
  /** Begin of the delivery day, local midnight. */
  deliveryAt: Date;
  /** Days from now until the goods are there: what stands for the lead time. */
  leadTimeDays: number;
  /** Days from that delivery until the one that the next occasion brings: what stands for the review period. */
  reviewDays: number;
}

const DAY_MS = 86_400_000;

/**
 * The next occasion to order and what it brings. An order takes at least `handlingDays` whole days, then the goods
 * come on the next delivery day. An order placed now must last until the delivery after that one, so that the real
 * protection interval is `leadTimeDays + reviewDays`.
 *
 * @param handlingDays days that the supplier needs at least, ≥ 0; part days count whole
 * @throws RangeError for a calendar without days, an unknown time zone or a time that is none
 */
export function nextOccasion(now: Date, calendar: ReviewCalendar, handlingDays: number): OrderOccasion {
  const problem = calendarProblem(calendar);
  if (problem !== undefined) throw new RangeError(problem);
  const first = orderDay(now, localDay(now, calendar.timeZone), calendar);
  const second = nextDay(first + 1, calendar.orderWeekdays);
  const wholeDays = Math.ceil(handlingDays);
  const delivery = nextDay(first + wholeDays, calendar.deliveryWeekdays);
  const following = nextDay(second + wholeDays, calendar.deliveryWeekdays);
  const deliveryAt = instantOf(delivery, '00:00', calendar.timeZone);
  return {
    orderBy: instantOf(first, calendar.cutOff, calendar.timeZone),
    deliveryAt,
    leadTimeDays: Math.max(0, (deliveryAt.getTime() - now.getTime()) / DAY_MS),
    reviewDays: following - delivery,
  };
}

/** What is wrong with a calendar; `undefined` when nothing is. */
export function calendarProblem(calendar: ReviewCalendar): string | undefined {
  for (const [name, days] of [
    ['orderWeekdays', calendar.orderWeekdays],
    ['deliveryWeekdays', calendar.deliveryWeekdays],
  ] as const) {
    if (days.length === 0) return `${name} names no day`;
    if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= DAYS_OF_WEEK))
      return `${name} are numbers from 1, Monday, to 7, Sunday`;
  }
  if (!TIME_OF_DAY.test(calendar.cutOff)) return `cutOff "${calendar.cutOff}" is no time like 14:30`;
  return isTimeZone(calendar.timeZone) ? undefined : `"${calendar.timeZone}" is no time zone`;
}

/** Today when the cut-off still lies ahead, or the next order day. Days are counted from 1 January 1970. */
function orderDay(now: Date, today: number, { orderWeekdays, cutOff, timeZone }: ReviewCalendar): number {
  const day = nextDay(today, orderWeekdays);
  const isTooLate = now.getTime() > instantOf(day, cutOff, timeZone).getTime();
  return isTooLate ? nextDay(day + 1, orderWeekdays) : day;
}

function nextDay(from: number, weekdays: readonly number[]): number {
  for (let day = from; ; day += 1) if (weekdays.includes(weekdayOf(day))) return day;
}
