/** Times are minutes since midnight before the first day, a Monday. */
export const DAY = 1_440;
export const HOUR = 60;

const FIRST_DAY = Date.parse('2026-01-05T00:00:00Z');

export const dateOf = (minutes: number): Date => new Date(FIRST_DAY + minutes * 60_000);

export const dayOf = (minutes: number): number => Math.floor(minutes / DAY);
