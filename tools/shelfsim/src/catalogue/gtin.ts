import { gs1CheckDigit, parseGtin, type Gtin } from '@shelfwatch/domain';

/** GS1 gives 952 to demonstrations and examples; no product that can be bought carries it. */
const DEMONSTRATION_PREFIX = '952';

/** @param number 0..999 999 999, unique within the catalogue */
export function demonstrationGtin(number: number): Gtin {
  const body = `0${DEMONSTRATION_PREFIX}${String(number).padStart(9, '0')}`;
  const gtin = parseGtin(`${body}${gs1CheckDigit(body)}`);
  if (gtin === undefined) throw new RangeError(`No GTIN can be made of number ${number}: at most nine digits`);
  return gtin;
}
