/** A record of a CSV file. */
export interface CsvRecord {
  /** Line on which it begins, 1-based. */
  line: number;
  cells: string[];
}

export interface ParsedCsv {
  records: CsvRecord[];
  /** Line on which a quote begins that never ends. */
  openQuoteAt: number | undefined;
}

/** RFC 4180, with the delimiter that the first line uses: comma, semicolon or tab. Empty lines are left out. */
export function parseCsv(text: string): ParsedCsv {
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  const delimiter = [';', '\t'].find((mark) => firstLine.split(mark).length > firstLine.split(',').length) ?? ',';
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, cells: [] };
  let cell = '';
  let line = 1;
  let quotedSince: number | undefined;
  const endRecord = (): void => {
    record.cells.push(cell);
    if (record.cells.some((value) => value.trim() !== '')) records.push(record);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    const isLineEnd = character === '\n' || (character === '\r' && text[at + 1] !== '\n');
    if (isLineEnd) line += 1;
    if (quotedSince !== undefined) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quotedSince = undefined;
    } else if (character === '"' && cell === '') quotedSince = line;
    else if (character === delimiter) {
      record.cells.push(cell);
      cell = '';
    } else if (isLineEnd) {
      endRecord();
      record = { line, cells: [] };
    } else if (character !== '\r') cell += character;
  }
  endRecord();
  return { records, openQuoteAt: quotedSince };
}
