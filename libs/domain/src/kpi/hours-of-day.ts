import type { TimeSpan } from './slot-interval.js';

const HOUR_MS = 3_600_000;

/** The hour of the day, 0..23, on the store's clock. @param timeZone IANA name */
export function hourInZone(atMs: number, timeZone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(atMs)),
  );
}

/**
 * Cuts intervals at every full hour, so that each part lies in one hour of the day. Zones that are off by a half or a
 * quarter of an hour are cut at their own hours.
 */
export function splitByHour<T extends TimeSpan>(intervals: readonly T[], timeZone: string): (T & { hour: number })[] {
  const hours = new Map<number, number>();
  return intervals.flatMap((interval) => {
    const parts: (T & { hour: number })[] = [];
    const offset = minutesPastHour(interval.from, timeZone);
    for (let from = interval.from; from < interval.to;) {
      const next = Math.floor((from + offset) / HOUR_MS) * HOUR_MS + HOUR_MS - offset;
      const to = Math.min(next, interval.to);
      const cell = next - HOUR_MS;
      const hour = hours.get(cell) ?? hourInZone(cell, timeZone);
      hours.set(cell, hour);
      parts.push({ ...interval, from, to, hour });
      from = to;
    }
    return parts;
  });
}

/** By how much the zone's hours begin before the hours of UTC, milliseconds, 0 <= x < 1 h. */
function minutesPastHour(atMs: number, timeZone: string): number {
  const minutes = new Intl.DateTimeFormat('en-GB', { minute: 'numeric', timeZone }).format(new Date(atMs));
  const utc = Math.floor(atMs / 60_000) % 60;
  return (((Number(minutes) - utc + 60) % 60) * 60_000) % HOUR_MS;
}
