/** What a command says: lines for people, or one JSON object for programs. */
export interface Output {
  /** A result. */
  result(data: unknown, lines: readonly string[]): void;
  /** How far something is; replaces the line before on a terminal. */
  progress(line: string): void;
}

export function createOutput(json: boolean): Output {
  let last = '';
  const live = process.stderr.isTTY;
  const endLine = (): void => {
    if (live && last !== '') process.stderr.write('\n');
    last = '';
  };
  return {
    result(data, lines) {
      endLine();
      console.log(json ? JSON.stringify(data) : lines.join('\n'));
    },
    progress(line) {
      if (line === last) return;
      if (live) process.stderr.write(`\r${line.padEnd(last.length)}`);
      else process.stderr.write(`${line}\n`);
      last = line;
    },
  };
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
