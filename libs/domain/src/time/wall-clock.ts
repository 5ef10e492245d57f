const DAY_MS = 86_400_000;
export const DAYS_OF_WEEK = 7;
/** `HH:MM`. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether this is an IANA name that the platform knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** ISO 8601: 1 = Monday … 7 = Sunday. 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK) + 1;

/** Days from 1 January 1970 to the day that a calendar on the wall shows. */
export const localDay = (at: Date, timeZone: string): number => Math.floor(wallClock(at, timeZone) / DAY_MS);

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

/**
 * When a clock on the wall shows this time of this day, counted from 1 January 1970. Two steps: the offset may differ between the first guess and the real moment, when clocks are put forward or back.
 *
 * @param time `HH:MM`; `24:00` is the end of the day
 */
export function instantOf(day: number, time: string, timeZone: string): Date {
  const [hours, minutes] = time.split(':').map(Number);
  const wall = day * DAY_MS + (hours! * 60 + minutes!) * 60_000;
  const offsetAt = (moment: number): number => wallClock(new Date(moment), timeZone) - moment;
  return new Date(wall - offsetAt(wall - offsetAt(wall)));
}
