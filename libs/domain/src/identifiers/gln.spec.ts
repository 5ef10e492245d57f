import { gs1CheckDigit } from './gs1-check-digit.js';
import { parseGln } from './gln.js';

describe('parseGln', () => {
  // EPC Tag Data Standard (SGLN) and GS1 Digital Link.
  it.each(['0614141123452', '9506000134352', '7300011000017'])('When %s is read, then it is a GLN', (text) => {
    expect(parseGln(` ${text} `)).toBe(text);
  });

  it.each(['0614141123453', '614141123452', '06141411234528', '061414112345X', ''])(
    'When %p is read, then it is refused',
    (text) => {
      expect(parseGln(text)).toBeUndefined();
    },
  );
});

describe('gs1CheckDigit', () => {
  it('When it is made for a serial shipping container code, then it is that of the EPC Tag Data Standard', () => {
    expect(gs1CheckDigit('10614141234567890')).toBe(8);
  });
});
