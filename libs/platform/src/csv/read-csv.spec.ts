import { readCsv } from './read-csv.js';

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

describe('readCsv', () => {
  it('When cells are quoted, then separators, quotes, blanks and line ends in them stay', () => {
    expect(cellsOf('a, "b, ""c""" ,,d\n"one\r\ntwo"," 2 ",3,4')).toEqual([
      ['a', 'b, "c"', '', 'd'],
      ['one\r\ntwo', ' 2 ', '3', '4'],
    ]);
  });

  it('When lines end in either way, are blank, or the file begins with a mark, then rows and their lines are right', () => {
    const rows = readCsv('\uFEFFpath,label\r\n\r\na.png,"Tee\nGrün"\nb.png,緑茶\r\n  \n');
    expect(rows).toEqual([
      { line: 1, cells: ['path', 'label'] },
      { line: 3, cells: ['a.png', 'Tee\nGrün'] },
      { line: 5, cells: ['b.png', '緑茶'] },
    ]);
  });

  it('When cells hold line ends of either kind, then the lines of the rows behind them are right', () => {
    const rows = readCsv('\r\n \na,"1\r\n2\r\n\r\n3\n"\r\r\n"b\r",\n,,\nc,"d"\n\n');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [3, 'a'],
      [9, 'b\r'],
      [12, 'c'],
    ]);
  });

  it.each([
    ['path;label\na,b;c', ['a,b', 'c']],
    ['path\tlabel\na\t\tc', ['a', '', 'c']],
    ['path\tlabel\n\t\t"c"\t', ['', '', 'c', '']],
    ['"path, with the folder, in full";label\na,b;c', ['a,b', 'c']],
    ['\uFEFF\n\npath;label\na,b;c', ['a,b', 'c']],
  ])('When the first line separates by another sign, then all do: %j', (text, cells) => {
    expect(cellsOf(text)[1]).toEqual(cells);
  });

  it.each(['', '\uFEFF', '\n \r\n', ',,\n""\n'])('When nothing stands in %j, then there is no row', (text) => {
    expect(readCsv(text)).toEqual([]);
  });

  it('When a row is broken, then it says why and the next one is read', () => {
    const [, broken, next, open] = readCsv('path,label\n"a" b,c\nd,e\n"never closed,f\ng,h');
    expect(broken).toMatchObject({ line: 2, problem: { code: 'text-behind-quote' } });
    expect(broken?.problem?.message).toContain('behind the closing quote of cell 1');
    expect(next).toEqual({ line: 3, cells: ['d', 'e'] });
    expect(open).toMatchObject({ line: 4, problem: { message: expect.stringContaining('never closed') as string } });
  });

  it.each([
    ['text directly behind a closing quote', 'x,"a"b', 'text-behind-quote', 'cell 2'],
    ['text behind a closing quote and a line end within', '"a\r\nb" c,x', 'text-behind-quote', 'cell 1'],
    ['a quote inside a cell', 'x,y,27" wide', 'quote-inside-cell', 'cell 3'],
    ['two such cells', '"a"b,"c"d,12"', 'text-behind-quote', 'cell 1'],
  ])('When a row has %s, then it alone is refused, wherever it stands', (_what, broken, code, cell) => {
    const length = broken.split('\n').length;
    const problem = { code, message: expect.stringContaining(cell) as string };
    const rows = readCsv(`\uFEFF${broken}\r\n1,"2"\n\n${broken}\n${broken}\n3,4`);
    expect(rows).toEqual([
      { line: 1, cells: expect.any(Array) as string[], problem },
      { line: 1 + length, cells: ['1', '2'] },
      { line: 3 + length, cells: expect.any(Array) as string[], problem },
      { line: 3 + 2 * length, cells: expect.any(Array) as string[], problem },
      { line: 3 + 3 * length, cells: ['3', '4'] },
    ]);
  });

  it('When more than 5,000 rows are broken, then reading ends and says so', () => {
    const rows = readCsv('"a"b,c\n'.repeat(6_000));
    expect(rows).toHaveLength(5_001);
    expect(rows.at(-1)).toMatchObject({ line: 5_001, problem: { code: 'too-many-broken' } });
  });

  it('When every second row is broken, then every other one is read', () => {
    const text = 'a,b\n"a"b,c\n'.repeat(2_000);
    const rows = readCsv(text);
    expect(rows.filter(({ problem }) => problem === undefined)).toHaveLength(2_000);
    expect(rows.at(-1)).toMatchObject({ line: 4_000, problem: { code: 'text-behind-quote' } });
  });
});
