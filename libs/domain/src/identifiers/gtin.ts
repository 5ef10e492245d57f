import { gs1CheckDigit } from './gs1-check-digit.js';

/** A GS1 trade item number, always 14 digits, zero-padded, as text. Never a number: leading zeros carry meaning. */
export type Gtin = string & { readonly __brand: 'Gtin' };

/**
 * Reads a GTIN-8, -12, -13 or -14 as printed on a package.
 *
 * @returns the 14-digit form, or `undefined` when the length, a character or the check digit is wrong.
 */
export function parseGtin(text: string): Gtin | undefined {
  const digits = text.trim();
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return undefined;
  const padded = digits.padStart(14, '0');
  return gs1CheckDigit(padded.slice(0, 13)) === Number(padded[13]) ? (padded as Gtin) : undefined;
}
