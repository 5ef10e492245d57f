import { type PlanogramFile, readPlanogramFile } from '../read-planogram-file.js';

const read = (text: string, encoding: BufferEncoding = 'utf8'): PlanogramFile =>
  readPlanogramFile(Buffer.from(text, encoding), { storeId: 'corner' });

const FLAT = `store,bay,shelf,slot,GTIN,facings,capacity
corner,bay-1,1,1,8904000210037,2,12
corner,bay-1,1,2,7300011000017,1,6
`;

describe('readPlanogramCsv', () => {
  it('When only the flat columns are there, then they are enough', () => {
    const { planogram, problems } = read(FLAT);
    expect(problems).toEqual([]);
    expect(planogram!.positions).toEqual([
      { fixtureId: 'bay-1', shelf: 1, position: 1, gtin: '08904000210037', facings: 2, capacity: 12, lowFacings: 1 },
      { fixtureId: 'bay-1', shelf: 1, position: 2, gtin: '07300011000017', facings: 1, capacity: 6, lowFacings: 0 },
    ]);
  });

  it.each([
    ['semicolons', FLAT.replaceAll(',', ';')],
    ['tabs', FLAT.replaceAll(',', '\t')],
    ['a byte order mark and CR LF', `\ufeff${FLAT.replaceAll('\n', '\r\n')}`],
    ['rows of another store', `${FLAT}other,bay-1,1,1,8904000210037,2,12\n`],
    ['empty rows at its end', `${FLAT},,,,,,\n,,,,,,,,\n`],
    ['quoted cells', FLAT.replaceAll('8904000210037', '"8904000210037"')],
  ])('When the file has %s, then it is read the same', (_what, text) => {
    expect(read(text)).toEqual(read(FLAT));
  });

  it('When names are in Windows-1252, then they are read as that, with a warning', () => {
    const { planogram, problems } = read(
      `${FLAT.replaceAll('capacity\n', 'capacity,name\n').replaceAll('12\n', '12,Thé\n')}`,
      'latin1',
    );
    expect(planogram!.products[0]!.name).toBe('Thé');
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', message: expect.stringContaining('UTF-8') as string }),
    ]);
  });

  it.each([
    ['a number that a spreadsheet has rounded', FLAT.replace('8904000210037', '8.904E+12'), 2, 'gtin', /spreadsheet/],
    ['a wrong check digit', FLAT.replace('7300011000017', '7300011000018'), 3, 'gtin', /check digit/],
    ['a place twice', FLAT.replace('1,2,73', '1,1,73'), 3, 'position', /line 2 already/],
    ['too many cells', FLAT.replace(',6\n', ',6,extra\n'), 3, '', /8 cells/],
    ['no product at a place', FLAT.replace('7300011000017', ''), 3, 'gtin', /empty/],
    ['a quotation mark that never ends', FLAT.replace('7300011000017', '"7300011000017'), 3, '', /never ends/],
    [
      'text behind a closing quote',
      FLAT.replace('7300011000017', '"7300011000017"x'),
      3,
      '',
      /behind the closing quote of cell 5/,
    ],
    ['no column for facings', FLAT.replace('facings', 'breadth'), 1, '', /no column facings/],
  ])('When there is %s, then the line and the column are named', (_what, text, line, field, message) => {
    const file = read(text);
    expect(file.planogram).toBeUndefined();
    expect(file.problems).toContainEqual(
      expect.objectContaining({ line, field, message: expect.stringMatching(message) as string }),
    );
  });
});
