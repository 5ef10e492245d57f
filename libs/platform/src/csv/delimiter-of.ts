const DELIMITERS = [',', ';', '\t'] as const;

/** Spreadsheets write semicolons where the comma is the decimal sign: the first line that is not blank tells. What it quotes does not count. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const firstLine = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const unquoted = firstLine.replaceAll(/"[^"]*"?/g, '');
  const counts = DELIMITERS.map((sign) => ({ sign, count: unquoted.split(sign).length }));
  return counts.reduce((best, it) => (it.count > best.count ? it : best)).sign;
}
