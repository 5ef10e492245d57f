import { createHash } from 'node:crypto';
import { gs1CheckDigit, parseGtin } from '@shelfwatch/domain';

const SPECIAL = new Set(['empty', 'occluded']);

/**
 * The label of a class that comes as a folder's name or a cell: a GTIN as printed, `empty`, `occluded`, or else a number of the restricted range
 * (GS1 prefix 29, for use within a company) made from the name, the same wherever the name is the same.
 */
export function classLabelOf(text: string): string {
  const name = text.normalize('NFC').trim();
  const known = SPECIAL.has(name.toLowerCase()) ? name.toLowerCase() : parseGtin(name);
  return known ?? restrictedGtin(name);
}

function restrictedGtin(name: string): string {
  const hash = createHash('sha256').update(name).digest().readBigUInt64BE() % 10_000_000_000n;
  const digits = `029${String(hash).padStart(10, '0')}`;
  return `${digits}${gs1CheckDigit(digits)}`;
}
