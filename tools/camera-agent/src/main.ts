import { AgentError } from './agent.errors.js';
import { readAgentSettings } from './agent.config.js';
import { parseOptions, USAGE, UsageError } from './cli/options.js';
import { createSink, createSource } from './create-agent.js';
import { runAgent } from './run-agent.js';

const log = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);

/** @returns the exit status: 0 done, 1 a person has to help, 2 the command line is wrong */
async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const settings = readAgentSettings();
  const source = createSource(options, settings);
  const sink = createSink(options, settings);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const report = await runAgent({ cameraId: options.cameraId, source, sink, log, signal: stop.signal });
  await sink.close();
  log(`${report.sent} pictures sent, ${report.refused} refused, ${report.interruptions} interruptions`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof AgentError) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
