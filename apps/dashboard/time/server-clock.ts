/** The `Date` header counts whole seconds; a smaller difference means nothing. */
const RESOLUTION_MS = 2_000;

/** How far the server's clock is ahead of this device's. Tablets on a shop floor are often minutes wrong. */
export function clockOffsetMs(dateHeader: string | null, deviceNowMs: number): number {
  const server = dateHeader === null ? NaN : Date.parse(dateHeader);
  const offset = server - deviceNowMs;
  return Number.isNaN(offset) || Math.abs(offset) < RESOLUTION_MS ? 0 : offset;
}

let offsetMs = 0;

/** Call with each answer of the server. */
export function noteServerDate(dateHeader: string | null): void {
  offsetMs = clockOffsetMs(dateHeader, Date.now());
}

/** The present by the server's clock, in ms. */
export const serverNow = (): number => Date.now() + offsetMs;
