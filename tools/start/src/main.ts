import { resolve } from 'node:path';
import { EmbeddedPostgresError } from '@shelfwatch/embedded-postgres';
import { parseOptions, USAGE } from './cli/options.js';
import { StartError } from './cli/start.errors.js';
import { startPlatform } from './platform.js';

const root = resolve(import.meta.dirname, '..', '..', '..');

try {
  const options = parseOptions(process.argv.slice(2), root);
  if (options === 'help') console.log(USAGE);
  else await startPlatform(options, root);
} catch (error) {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const isKnown =
    error instanceof StartError ||
    error instanceof EmbeddedPostgresError ||
    /^(ERR_PARSE_ARGS|ENOSPC)/.test(code ?? '');
  console.error(`✖ ${isKnown ? message : (stack ?? String(error))}`);
  process.exit(1);
}
