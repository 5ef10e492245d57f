import { parseArgs } from 'node:util';
import { benches } from './benches.js';
import { formatFigures, reportOf } from './report.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string' },
    world: { type: 'string', default: 'drawn' },
    data: { type: 'string' },
    strategy: { type: 'string' },
    start: { type: 'string' },
  },
});
const bench = benches.find(({ name }) => name === positionals[0]);
if (bench === undefined) {
  console.error(`Usage: npm run bench -- <name> [--seed N] [--scenario FILE] [--world drawn|photos] [--data DIR] [--strategy S] [--start DIR] [--json]
${benches.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}`);
  process.exit(2);
}
const seed = Number(values.seed);
const figures = await bench.run({
  seed,
  scenario: values.scenario,
  world: values.world === 'photos' ? 'photos' : 'drawn',
  data: values.data,
  strategy: values.strategy,
  start: values.start,
  progress: (line) => console.error(line),
});
console.log(values.json ? JSON.stringify(reportOf(bench.name, seed, figures)) : formatFigures(figures).join('\n'));
process.exit(0);
