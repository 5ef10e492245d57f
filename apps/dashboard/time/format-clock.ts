/** Wall-clock times of the shop, whatever zone the browser is in. */
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
const MOMENT = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(time: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timeZone} ${Object.keys(options).join()}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(key, known);
  return known.format(time);
}

/** `14:02:11` */
export const formatClock = (time: Date, timeZone: string): string => format(time, timeZone, CLOCK);

/** `3 Mar, 14:02` */
export const formatMoment = (time: Date, timeZone: string): string => format(time, timeZone, MOMENT);

/** `Tue 3 Mar` */
export const formatDay = (time: Date, timeZone: string): string => format(time, timeZone, DAY).replace(',', '');
