import { gs1CheckDigit, parseGtin } from '@shelfwatch/domain';

const LONGEST_NAME = 200;

/**
 * Why a text of a list cannot be a label; undefined when it can. Stricter than {@link classLabelOf}, which takes anything for a name: what looks
 * like a GTIN in a list is meant as one.
 */
export function problemOfLabelText(text: string): string | undefined {
  const label = text.trim();
  if (label === '') return 'the label is missing';
  if (label.length > LONGEST_NAME) return `the label has more than ${LONGEST_NAME} characters`;
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(label))
    return `"${label}" is a GTIN that a spreadsheet has rounded; format the column as text and enter it again`;
  if (!/^(\d{8}|\d{12,14})$/.test(label) || parseGtin(label) !== undefined) return undefined;
  const expected = gs1CheckDigit(label.padStart(14, '0').slice(0, 13));
  return `"${label}" is no GTIN: its last digit would have to be ${expected}`;
}
