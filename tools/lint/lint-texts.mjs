// Lints texts as if they stood in the files named; nothing is written. In: [{file, text}] as JSON on standard input; out: their rule ids.
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const eslint = new ESLint();
const cases = JSON.parse(await text(process.stdin));
const reports = [];
for (const { file, text: code } of cases) {
  const [report] = await eslint.lintText(code, { filePath: file });
  reports.push(report.messages.map(({ ruleId }) => ruleId));
}
console.log(`\n${JSON.stringify(reports)}`);
