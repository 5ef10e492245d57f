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
const WEEK = 7;

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
    if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= WEEK))
      return `${name} are numbers from 1, Monday, to 7, Sunday`;
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(calendar.cutOff)) return `cutOff "${calendar.cutOff}" is no time like 14:30`;
  return isTimeZone(calendar.timeZone) ? undefined : `"${calendar.timeZone}" is no time zone`;
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
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

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % WEEK) + WEEK) % WEEK) + 1;

const localDay = (at: Date, timeZone: string): number => Math.floor(wallClock(at, timeZone) / DAY_MS);

/** What a clock on the wall shows, as if it were UTC, milliseconds. */
function wallClock(at: Date, timeZone: string): number {
  const part = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, ...digits, ...time });
  clocks.set(timeZone, clock);
  return clock;
}

/** Two steps: the offset may differ between the first guess and the real moment, when clocks are put forward or back. */
function instantOf(day: number, time: string, timeZone: string): Date {
  const [hours, minutes] = time.split(':').map(Number);
  const wall = day * DAY_MS + (hours! * 60 + minutes!) * 60_000;
  const offsetAt = (moment: number): number => wallClock(new Date(moment), timeZone) - moment;
  return new Date(wall - offsetAt(wall - offsetAt(wall)));
}
