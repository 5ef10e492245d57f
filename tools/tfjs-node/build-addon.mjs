/**
 * Makes `@tensorflow/tfjs-node` work where its own installer cannot reach its download host: takes the TensorFlow C library out of
 * a `tensorflow-cpu` wheel, compiles the addon against it, installs both into node_modules and proves them with a product of matrices.
 *
 * Usage: npm run tfjs-node -- [--cache DIR] [--python CMD] [--rebuild]
 *   --cache DIR   where the wheel and the build are kept (default: ${XDG_CACHE_HOME:-~/.cache}/shelfwatch/tfjs-node)
 *   --python CMD  a Python 3 with pip, used to fetch and unpack the wheel (default: python3)
 *   --rebuild     ignore what is cached
 *
 * Needs Linux on x86-64, python3 with pip, and g++. package-lock.json is read, never written.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileAddon, installAddon, proveAddon } from './addon.mjs';
import { ensurePackages } from './locked-packages.mjs';
import { step, StepError } from './step.mjs';
import { ensureTensorFlow } from './tensorflow-wheel.mjs';

const root = join(import.meta.dirname, '..', '..');
const packageFolder = join(root, 'node_modules', '@tensorflow', 'tfjs-node');
const defaultCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shelfwatch', 'tfjs-node');

try {
  const { values } = parseArgs({
    options: {
      cache: { type: 'string', default: defaultCache },
      python: { type: 'string', default: 'python3' },
      rebuild: { type: 'boolean', default: false },
    },
  });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new StepError(
      `The addon is built on Linux x86-64 only; this is ${process.platform} ${process.arch}. Elsewhere run "npm rebuild @tensorflow/tfjs-node" with access to its download host.`,
    );
  const from = { root, packageFolder, cache: values.cache, python: values.python, rebuild: values.rebuild };
  await step('packages of @tensorflow/tfjs-node', () => ensurePackages(from));
  const tensorflow = await step('TensorFlow C library', () => ensureTensorFlow(from));
  const addon = await step('addon', () => compileAddon(from, tensorflow));
  await step('installation', () => installAddon(from, tensorflow, addon));
  await step('proof', () => proveAddon(from));
} catch (error) {
  console.error(
    `✖ tfjs-node: ${error instanceof StepError || error.code?.startsWith('ERR_PARSE') ? error.message : error.stack}`,
  );
  process.exitCode = 1;
}
