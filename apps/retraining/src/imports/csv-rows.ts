/** One record of a CSV. */
export interface CsvRow {
  /** Line on which it begins, from 1. */
  line: number;
  /** Unquoted cells without the blanks around them. */
  cells: string[];
  /** Why the cells cannot be trusted. */
  problem?: string;
}

/**
 * Reads comma-separated values as RFC 4180 has them: cells may stand in double quotes, in which two make one, and which may hold separators and
 * line ends. Blank lines are left out. What is wrong is said of its row; the rows after it are read.
 */
export function* csvRows(text: string, separator = separatorOf(text)): Generator<CsvRow> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] };
    for (;;) {
      at = afterBlanks(text, at, separator);
      const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
      row.cells.push(cell.value);
      if (cell.problem !== undefined) row.problem ??= cell.problem;
      line += lineEndsIn(text, at, cell.end);
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    if (row.cells.length > 1 || row.cells[0] !== '' || row.problem !== undefined) yield row;
  }
}

/** Spreadsheets write semicolons where the comma is the decimal sign: the first line tells. */
export function separatorOf(text: string): string {
  const header = text.slice(0, lineEndFrom(text, 0));
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((best, it) => (it.count > best.count ? it : best)).sign;
}

interface Cell {
  value: string;
  /** Place of the separator or line end behind it. */
  end: number;
  problem?: string;
}

function plainCell(text: string, start: number, separator: string): Cell {
  const end = cellEndFrom(text, start, separator);
  return { value: text.slice(start, end).trim(), end };
}

function quotedCell(text: string, start: number, separator: string): Cell {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return { value: '', end: text.length, problem: 'a quote is opened and never closed' };
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  const end = cellEndFrom(text, close + 1, separator);
  const rest = text.slice(close + 1, end).trim();
  return { value, end, ...(rest === '' ? {} : { problem: `"${rest}" stands behind a closing quote` }) };
}

function afterBlanks(text: string, start: number, separator: string): number {
  let at = start;
  while (text[at] === ' ' || (text[at] === '\t' && separator !== '\t')) at += 1;
  return at;
}

function cellEndFrom(text: string, start: number, separator: string): number {
  const next = text.indexOf(separator, start);
  const lineEnd = lineEndFrom(text, start);
  return next < 0 ? lineEnd : Math.min(next, lineEnd);
}

/** Of `\n` or `\r\n`; the text's end when there is none. */
function lineEndFrom(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  if (end < 0) return text.length;
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

const lineEndsIn = (text: string, start: number, end: number): number => text.slice(start, end).split('\n').length - 1;
