/**
 * The instant at which a clock of a time zone shows a time, wherever the browser is.
 *
 * @param local `2026-12-07T05:00`, as a `datetime-local` field gives it
 * @returns undefined when it is no time. A time that the clock skips counts as if it had not been put forward yet; of one that it shows twice the first is taken
 */
export function instantOf(local: string, timeZone: string): Date | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const guesses = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => asUtc - offsetMs(near, timeZone));
  const right = guesses.find((guess) => guess + offsetMs(guess, timeZone) === asUtc);
  return new Date(right ?? guesses[0]!);
}

/** What a `datetime-local` field shows for an instant, on the clock of a time zone. */
export const localText = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone)).toISOString().slice(0, 16);

const DAY_MS = 86_400_000;
const PARTS = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

/** How far the zone's clock is ahead of UTC at an instant, in ms. */
function offsetMs(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { ...PARTS, second: '2-digit', hourCycle: 'h23', timeZone });
  const shown = Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
  return shown - Math.floor(instant / 1_000) * 1_000;
}
