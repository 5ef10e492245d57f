/** A row of a `.psa` file: its cells, the first of which says what it is. */
export interface PsaRow {
  /** 1-based. */
  line: number;
  type: string;
  cells: readonly string[];
}

const FIRST_LINE = 'PROSPACE SCHEMATIC FILE';
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', ',': ',', '\\': '\\', '"': '"' };

export const isPsa = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 40)).replace(/^ï»¿/, '').startsWith(FIRST_LINE);

/** Windows-1252, unless the header names another code page that this machine knows. */
export function psaText(bytes: Uint8Array): string {
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const codePage = /^;\s*Codepage\s*=\s*(\d+)/im.exec(header)?.[1] ?? '1252';
  const label = codePage === '65001' || header.startsWith('ï»¿') ? 'utf-8' : `windows-${codePage}`;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Rows with cells; comments and empty lines are left out. */
export function psaRows(text: string): PsaRow[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    if (index === 0 || line.trim() === '' || line.startsWith(';')) return [];
    const cells = splitCells(line);
    return [{ line: index + 1, type: cells[0]!.trim(), cells }];
  });
}

/** Commas part the cells; there are no quotes. A backslash takes the next character as it is, or makes a line break or tab of it. */
function splitCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!;
    const next = line[at + 1];
    if (character === '\\' && next !== undefined) {
      cell += ESCAPES[next] ?? `\\${next}`;
      at += 1;
    } else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else {
      cell += character;
    }
  }
  return [...cells, cell];
}
