import { csvRows } from './csv-rows.js';

const cellsOf = (text: string) => [...csvRows(text)].map(({ cells }) => cells);

describe('csvRows', () => {
  it('When cells are quoted, then separators, quotes and line ends in them stay', () => {
    expect(cellsOf('a, "b, ""c""" ,,d\n"one\r\ntwo",2,3,4')).toEqual([
      ['a', 'b, "c"', '', 'd'],
      ['one\r\ntwo', '2', '3', '4'],
    ]);
  });

  it('When lines end in either way, are blank, or the file begins with a mark, then rows and their lines are right', () => {
    const rows = [...csvRows('\uFEFFpath,label\r\n\r\na.png,"Tee\nGrün"\nb.png,緑茶\r\n  \n')];
    expect(rows).toEqual([
      { line: 1, cells: ['path', 'label'] },
      { line: 3, cells: ['a.png', 'Tee\nGrün'] },
      { line: 5, cells: ['b.png', '緑茶'] },
    ]);
  });

  it.each([
    ['path;label\na,b;c', ['a,b', 'c']],
    ['path\tlabel\na\t\tc', ['a', '', 'c']],
  ])('When the first line separates by another sign, then all do', (text, cells) => {
    expect(cellsOf(text)[1]).toEqual(cells);
  });

  it('When a row is broken, then it says why and the next one is read', () => {
    const [, broken, next, open] = [...csvRows('path,label\n"a" b,c\nd,e\n"never closed,f\ng,h')];
    expect(broken).toMatchObject({ line: 2, problem: '"b" stands behind a closing quote' });
    expect(next).toEqual({ line: 3, cells: ['d', 'e'] });
    expect(open).toMatchObject({ line: 4, problem: expect.stringContaining('never closed') });
  });
});
