import { resolve } from 'node:path';
import { parseOptions, USAGE } from './cli/options.js';
import { StartError } from './cli/start.errors.js';
import { startPlatform } from './platform.js';

const root = resolve(import.meta.dirname, '..', '..', '..');

try {
  const options = parseOptions(process.argv.slice(2), root);
  if (options === 'help') console.log(USAGE);
  else await startPlatform(options, root);
} catch (error) {
  const known = error instanceof StartError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(`✖ ${known || !(error instanceof Error) ? (error as Error).message : (error.stack ?? error.message)}`);
  process.exit(1);
}
