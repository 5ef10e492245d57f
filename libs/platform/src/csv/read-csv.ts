import { type CsvErrorCode, CsvError, type InfoRecord, type Options, parse } from 'csv-parse/sync';
import { delimiterOf } from './delimiter-of.js';
import { LineCounter } from './line-counter.js';

/** One record of a CSV. */
export interface CsvRow {
  /** Line on which it begins, from 1. */
  line: number;
  /** Unquoted cells; blanks around them are taken off, within quotes they stay. */
  cells: string[];
  /** Why the cells cannot be trusted. */
  problem?: CsvProblem;
}

export interface CsvProblem {
  code: 'quote-never-closed' | 'text-behind-quote' | 'quote-inside-cell' | 'too-many-broken';
  /** Part of a sentence, such as "a quote is opened and never closed". */
  message: string;
}

/** Each takes a tenth of a millisecond to find the end of; a file with more of them is none of ours. */
const MOST_BROKEN = 5_000;

/** Line ends may be mixed; the longest comes first. */
const OPTIONS: Options<string[], string[]> = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  skip_empty_lines: true,
};

/**
 * Reads comma-separated values as RFC 4180 has them, with the delimiter of the first line (comma, semicolon or tab), with or without a byte order
 * mark. Rows in which nothing stands are left out. What is wrong is said of its row, and the rows after it are read; only a quote that is never
 * closed takes along what stands behind it, and after 5,000 broken rows reading ends with a row that says so.
 *
 * @returns rows in the order of the file, of any number of cells
 */
export function readCsv(text: string): CsvRow[] {
  const bytes = Buffer.from(text);
  const lines = new LineCounter(bytes);
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let end = 0;
  let brokenRows = 0;
  const take = (row: Omit<CsvRow, 'line'>, size: number) => {
    const line = lines.nextWithText(end);
    end += size;
    if (row.problem !== undefined || row.cells.some((cell) => cell !== '')) rows.push({ line, ...row });
  };
  while (end < bytes.length) {
    const rest = bytes.subarray(end);
    const error = readUntilError(rest, { delimiter, bom: end === 0, trim: true }, take);
    if (error === undefined) break;
    // Its place in the parser's lines and bytes is not where the row ends: the row is read again, without a judgement on its quotes.
    const broken = bytes.subarray(end);
    brokenRows += 1;
    if (brokenRows > MOST_BROKEN) {
      take({ cells: [], problem: TOO_MANY }, broken.length);
      break;
    }
    const { cells, size } = readOneLeniently(broken, { delimiter, bom: end === 0 }) ?? {
      cells: [],
      size: broken.length,
    };
    take({ cells, problem: toProblem(error) }, size);
  }
  return rows;
}

const TOO_MANY: CsvProblem = {
  code: 'too-many-broken',
  message: `${MOST_BROKEN} rows before this one are broken; nothing behind them is read`,
};

type Place = Pick<Options<string[], string[]>, 'delimiter' | 'bom' | 'trim'>;

/** @param take called with each record and the bytes from the end of the one before it to its own */
function readUntilError(
  bytes: Buffer,
  place: Place,
  take: (row: Omit<CsvRow, 'line'>, size: number) => void,
): CsvError | undefined {
  let before = 0;
  const onRecord = (cells: string[], info: InfoRecord): null => {
    take({ cells }, info.bytes - before);
    before = info.bytes;
    return null;
  };
  try {
    parse(bytes, { ...OPTIONS, ...place, on_record: onRecord });
    return undefined;
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

/** The first record with quotes in wrong places as they stand; undefined when it has no end. */
function readOneLeniently(bytes: Buffer, place: Place): { cells: string[]; size: number } | undefined {
  let found: { cells: string[]; size: number } | undefined;
  const error = readUntilError(bytes, { ...place, ...LENIENT }, ({ cells }, size) => (found ??= { cells, size }));
  if (error !== undefined && codeOf(error) !== 'quote-never-closed') throw error;
  return found;
}

/** Not trimmed at their ends: the parser would refuse text behind a closing quote and a blank even so. */
const LENIENT = { relax_quotes: true, ltrim: true, to: 1 } as const;

type QuoteCode = Exclude<CsvProblem['code'], 'too-many-broken'>;

const CODES: Partial<Record<CsvErrorCode | 'INVALID_OPENING_QUOTE', QuoteCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-never-closed',
  CSV_INVALID_CLOSING_QUOTE: 'text-behind-quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text-behind-quote',
  INVALID_OPENING_QUOTE: 'quote-inside-cell',
};

const codeOf = ({ code }: CsvError): QuoteCode | undefined => CODES[code];

function toProblem(error: CsvError): CsvProblem {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const cell = `cell ${Number(error['column']) + 1}`;
  const messages: Record<QuoteCode, string> = {
    'quote-never-closed': `a quote is opened in ${cell} and never closed; what stands behind it cannot be read`,
    'text-behind-quote': `text stands behind the closing quote of ${cell}; within quotes, write a quote twice`,
    'quote-inside-cell': `a quote stands inside ${cell}; put the cell in quotes and write its quotes twice`,
  };
  return { code, message: messages[code] };
}
