import { gs1CheckDigit } from './gs1-check-digit.js';

/** A GS1 global location number: store, back room, supplier. Always 13 digits, as text. */
export type Gln = string & { readonly __brand: 'Gln' };

/**
 * Reads a GLN. Its check digit is made as that of a GTIN-13.
 *
 * @returns undefined when it has not 13 digits or the check digit is wrong
 */
export function parseGln(text: string): Gln | undefined {
  const digits = text.trim();
  if (!/^\d{13}$/.test(digits)) return undefined;
  return gs1CheckDigit(digits.slice(0, 12)) === Number(digits[12]) ? (digits as Gln) : undefined;
}
