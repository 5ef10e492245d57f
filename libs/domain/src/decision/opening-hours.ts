import { DAYS_OF_WEEK, instantOf, isTimeZone, localDay, TIME_OF_DAY, weekdayOf } from '../time/wall-clock.js';

/** A time in which a store is open, every week. A weekday without any is a day of rest; two have a break between. */
export interface OpeningTime {
  /** ISO 8601: 1 = Monday … 7 = Sunday. */
  weekday: number;
  /** Local time, `HH:MM`. */
  opensAt: string;
  /** Local time of the same day, `HH:MM` or `24:00`; after `opensAt`. */
  closesAt: string;
}

/** What is wrong with opening hours; `undefined` when nothing is. */
export function openingHoursProblem(hours: readonly OpeningTime[], timeZone: string): string | undefined {
  if (!isTimeZone(timeZone)) return `"${timeZone}" is no time zone`;
  for (const { weekday, opensAt, closesAt } of hours) {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > DAYS_OF_WEEK)
      return 'weekdays are numbers from 1, Monday, to 7, Sunday';
    for (const time of [opensAt, closesAt]) {
      if (!TIME_OF_DAY.test(time) && time !== '24:00') return `"${time}" is no time like 08:00`;
    }
    if (opensAt >= closesAt) return `a store that opens at ${opensAt} closes later that day, not at ${closesAt}`;
  }
  return undefined;
}

/**
 * Until when a store is closed; null while it is open. Without any opening hours it never closes.
 *
 * @throws RangeError for hours that {@link openingHoursProblem} objects to
 */
export function closedUntil(hours: readonly OpeningTime[], timeZone: string, at: Date): Date | null {
  if (hours.length === 0) return null;
  const problem = openingHoursProblem(hours, timeZone);
  if (problem !== undefined) throw new RangeError(problem);
  const today = localDay(at, timeZone);
  const coming = Array.from({ length: DAYS_OF_WEEK + 1 }, (_, days) => today + days).flatMap((day) =>
    hours
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .map(({ opensAt, closesAt }) => ({
        opens: instantOf(day, opensAt, timeZone),
        closes: instantOf(day, closesAt, timeZone),
      }))
      .filter(({ closes }) => closes > at),
  );
  const next = coming.reduce((first, time) => (time.opens < first.opens ? time : first));
  return next.opens <= at ? null : next.opens;
}
