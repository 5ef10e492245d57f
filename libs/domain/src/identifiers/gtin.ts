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

/** Why a text is no GTIN, in words for whoever keeps the file; undefined when it is one. */
export function gtinFault(text: string): string | undefined {
  const digits = text.trim();
  if (digits === '') return 'is empty';
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(digits)) return `"${digits}" was rounded by a spreadsheet`;
  if (!/^\d+$/.test(digits)) return `"${digits}" has characters that are no digits`;
  if (![8, 12, 13, 14].includes(digits.length))
    return `"${digits}" has ${digits.length} digits instead of 8, 12, 13 or 14`;
  const expected = gs1CheckDigit(digits.slice(0, -1));
  return expected === Number(digits.at(-1))
    ? undefined
    : `"${digits}" ends in a wrong check digit; ${expected} would be right`;
}
