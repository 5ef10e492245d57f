import { parseCommandLine } from './cli/options.js';
import { createOutput } from './cli/output.js';
import { USAGE, UsageError } from './cli/usage.js';
import { proveIdentity } from './client/prove-identity.js';
import { RetrainingClient } from './client/retraining-client.js';
import { RetrainingError } from './client/retraining.errors.js';
import { commands } from './commands/commands.js';
import { readRetrainSettings } from './retrain.config.js';

/** Exit status: 0 done, 1 refused or failed, 2 the command line is wrong. */
async function main(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2));
  if (line === 'help') return console.log(USAGE);
  const command = commands[line.command];
  if (command === undefined)
    throw new UsageError(`There is no command ${line.command}; there are ${Object.keys(commands).join(', ')}.`);
  const { SHELFWATCH_KEY, SHELFWATCH_USER, SHELFWATCH_PASSWORD } = readRetrainSettings();
  const { url, monitoring, data, json } = line.values;
  const proof = await proveIdentity({
    ...{ token: SHELFWATCH_KEY, email: SHELFWATCH_USER, password: SHELFWATCH_PASSWORD },
    ...{ monitoringUrl: monitoring, dataFolder: data },
  });
  await command({ client: new RetrainingClient(url, proof), output: createOutput(json), line });
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`✖ ${error.message}\nnpm run retrain -- --help lists everything.`);
    process.exitCode = 2;
  } else if (error instanceof RetrainingError) {
    console.error(`✖ ${error.message}`);
    process.exitCode = 1;
  } else throw error;
}
