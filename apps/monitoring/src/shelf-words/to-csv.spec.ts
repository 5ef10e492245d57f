import { toCsv } from './to-csv.js';

describe('toCsv', () => {
  it('When cells hold commas, quotes or line ends, then they are quoted', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          [1, 'two\nlines'],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""hi"""\r\n1,"two\nlines"\r\n');
  });

  it('When a cell would be a formula, then a spreadsheet shows it as text', () => {
    expect(toCsv(['a'], [['=1+1'], [-5]])).toBe("a\r\n'=1+1\r\n-5\r\n");
  });
});
