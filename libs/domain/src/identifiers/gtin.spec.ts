import fc from 'fast-check';
import { gs1CheckDigit } from './gs1-check-digit.js';
import { gtinFault, parseGtin } from './gtin.js';

/** Published numbers, with the place where GS1 prints them. */
const VECTORS = [
  ['73513537', 'GTIN-8'],
  ['96385074', 'GTIN-8'],
  ['614141000036', 'GTIN-12, EPC Tag Data Standard'],
  ['036000291452', 'GTIN-12'],
  ['6291041500213', 'GTIN-13, "How to calculate a check digit manually", gs1.org'],
  ['8904000210037', 'GTIN-13, GS1 India'],
  ['7300011000017', 'GTIN-13, GS1 Sweden'],
  ['9506000134352', 'GTIN-13, GS1 Digital Link'],
  ['80614141123458', 'GTIN-14, EPC Tag Data Standard, SGTIN'],
  ['10614141000415', 'GTIN-14, EPC Tag Data Standard'],
] as const;

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const anyGtin = fc
  .constantFrom(8, 12, 13, 14)
  .chain((length) => digits(length - 1))
  .map((body) => `${body}${gs1CheckDigit(body)}`);

describe('parseGtin', () => {
  it.each(VECTORS)('When %s (%s) is read, then it becomes 14 digits', (printed) => {
    expect(parseGtin(printed)).toBe(printed.padStart(14, '0'));
    expect(gtinFault(printed)).toBeUndefined();
  });

  it.each(['8904000210038', '12345', '89040002100a7', '', '89040002100379', '８９０４０００２１００３７'])(
    'When %p is read, then it is refused',
    (printed) => {
      expect(parseGtin(printed)).toBeUndefined();
      expect(gtinFault(printed)).toBeDefined();
    },
  );

  it('When any one digit is misread, then it is refused', () => {
    fc.assert(
      fc.property(anyGtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (gtin, at, by) => {
        const place = at % gtin.length;
        const wrong = `${gtin.slice(0, place)}${(Number(gtin[place]) + by) % 10}${gtin.slice(place + 1)}`;
        expect(parseGtin(gtin)).toBeDefined();
        expect(parseGtin(wrong)).toBeUndefined();
      }),
    );
  });

  it('When two neighbours that do not differ by five change places, then it is refused', () => {
    fc.assert(
      fc.property(anyGtin, fc.nat(), (gtin, at) => {
        const place = at % (gtin.length - 1);
        const [left, right] = [gtin[place]!, gtin[place + 1]!];
        fc.pre(left !== right && Math.abs(Number(left) - Number(right)) !== 5);
        expect(parseGtin(`${gtin.slice(0, place)}${right}${left}${gtin.slice(place + 2)}`)).toBeUndefined();
      }),
    );
  });

  it('When any text is read, then it is either a GTIN or has a fault that can be named', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits(13), anyGtin), (text) => {
        expect(parseGtin(text) === undefined).toBe(gtinFault(text) !== undefined);
      }),
    );
  });
});

describe('gtinFault', () => {
  it.each([
    ['8.904E+12', /spreadsheet/],
    ['8904000210038', /7 would be right/],
    ['12345', /5 digits/],
    ['A904000210037', /no digits/],
  ])('When %s is looked at, then the fault is named', (text, fault) => {
    expect(gtinFault(text)).toMatch(fault);
  });
});
