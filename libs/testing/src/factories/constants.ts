import { type Gtin, parseGtin } from '@shelfwatch/domain';

const gtin = (digits: string): Gtin => {
  const parsed = parseGtin(digits);
  if (parsed === undefined) throw new Error(`${digits} is no GTIN.`);
  return parsed;
};

/** Products of the sample shop. */
export const TEA = gtin('8904000210037');
export const JAM = gtin('7300011000017');

/** When days in specs begin. */
export const AT_NINE = new Date('2026-03-02T09:00:00.000Z');

export const secondsAfter = (seconds: number, start = AT_NINE): Date => new Date(start.getTime() + seconds * 1_000);
