import { createOutput, proveIdentity, readRetrainSettings, RetrainingError, UsageError } from '@shelfwatch/retrain';
import { parseCommandLine } from './command-line.js';
import { claims } from './commands/claims.js';
import { counts } from './commands/counts.js';
import { replay } from './commands/replay.js';
import { FiguresClient, FiguresError } from './figures-client.js';
import { USAGE } from './usage.js';

const COMMANDS = new Map(Object.entries({ claims, replay, counts }));

/** Exit status: 0 done, 1 refused or failed, 2 the command line is wrong. */
async function main(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2));
  if (line === 'help') return console.log(USAGE);
  const command = COMMANDS.get(line.command);
  if (command === undefined)
    throw new UsageError(`There is no command ${line.command}; there are ${[...COMMANDS.keys()].join(', ')}.`);
  const { SHELFWATCH_KEY, SHELFWATCH_USER, SHELFWATCH_PASSWORD } = readRetrainSettings();
  const { monitoring, data, json } = line.values;
  const proof = await proveIdentity({
    ...{ token: SHELFWATCH_KEY, email: SHELFWATCH_USER, password: SHELFWATCH_PASSWORD },
    ...{ monitoringUrl: monitoring, dataFolder: data },
  });
  const answer = await command(new FiguresClient(monitoring, proof), line.values);
  createOutput(json).result(answer.data, answer.lines);
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`✖ ${error.message}\nnpm run figures -- --help lists everything.`);
    process.exitCode = 2;
  } else if (error instanceof FiguresError || error instanceof RetrainingError) {
    console.error(`✖ ${error.message}`);
    process.exitCode = 1;
  } else throw error;
}
