import { run } from './cli/run.js';
import { UsageError } from './cli/usage.errors.js';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

try {
  await run(
    process.argv.slice(2),
    {
      print: (text) => void process.stdout.write(text),
      note: (line) => void process.stderr.write(`shelfsim: ${line}\n`),
    },
    stop.signal,
  );
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`shelfsim: ${message}\n`);
  if (error instanceof UsageError) process.stderr.write('See: npm run shelfsim -- --help\n');
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
