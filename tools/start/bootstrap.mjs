/**
 * First code that runs: `npm start` and `npm test` on a machine with nothing but Node and npm. Plain JavaScript without dependencies, because
 * nothing is installed or built yet. Usage: node tools/start/bootstrap.mjs start|test|install|run [options]
 */
import { spawn } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..');
const requiredFreeBytes = 3e9;

const fail = (message) => {
  console.error(`✖ ${message}`);
  process.exit(1);
};

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || major === 21 || major === 22) return;
  fail(
    `Node ${process.versions.node} does not fit: Shelfwatch needs Node 20.19 or newer, below 23. Install Node 22 and start again.`,
  );
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free < requiredFreeBytes)
    fail(
      `Only ${(free / 1e9).toFixed(1)} GB free on the disk of ${root}; 3 GB are needed to install and build. Free some space and start again.`,
    );
}

/** Runs a command, shows its last line while it goes and all of it when it fails. */
async function step(title, command, args, env = {}) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stderr.isTTY;
  const output = [];
  if (!live) console.error(`… ${title}`);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const remember = (chunk) =>
    output.push(
      ...String(chunk)
        .split('\n')
        .filter((line) => line.trim()),
    );
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  const ticker = setInterval(() => {
    const last = (output.at(-1) ?? '')
      .trim()
      .slice(0, Math.max(10, (process.stderr.columns ?? 100) - title.length - 16));
    if (live) process.stderr.write(`\r\x1b[2K… ${title}  ${seconds()}  ${last}`);
    else if (Math.round((Date.now() - started) / 1000) % 15 === 0) console.error(`… ${title}  ${seconds()}  ${last}`);
  }, 1_000);
  const status = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  clearInterval(ticker);
  if (live) process.stderr.write('\r\x1b[2K');
  if (status === 0) return console.error(`✔ ${title}  ${seconds()}`);
  console.error(output.slice(-60).join('\n'));
  fail(`${title} failed (${command} ${args.join(' ')}: ${status}). The lines above say why.`);
}

/** npm's own note of what it installed; missing after an install that was cut short. */
function isInstalled() {
  const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages;
  try {
    const installed = read('node_modules', '.package-lock.json');
    const wanted = Object.entries(read('package-lock.json')).filter(([path]) => path.startsWith('node_modules/'));
    return wanted.every(([path, { version, optional, link }]) =>
      installed[path] === undefined ? optional || link : installed[path].version === version,
    );
  } catch {
    return false;
  }
}

async function install() {
  if (isInstalled()) return;
  checkDisk();
  await step('Install packages', 'npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], {
    ONNXRUNTIME_NODE_INSTALL: 'skip',
  });
}

const build = (title, ...projects) =>
  step(title, process.execPath, [join(root, 'node_modules', '.bin', 'nx'), 'run-many', '-t', 'build', ...projects], {
    NX_DAEMON: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
  });

function run(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: process.env });
  child.on('close', (code, signal) => process.exit(signal ? 1 : code));
}

const [mode, ...options] = process.argv.slice(2);
checkNode();
await install();
if (mode === 'install') process.exit(0);
if (mode === 'test') {
  await build('Build the services', '--exclude', '@shelfwatch/dashboard');
  run([
    '--experimental-vm-modules',
    '--no-warnings',
    '--import',
    './tools/jest/typescript-hooks.mjs',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    'unit',
    'integration',
    ...options,
  ]);
} else if (mode === 'start') {
  await build('Build the platform');
  process.argv.splice(2, 1);
  await import(pathToFileURL(join(root, 'tools', 'start', 'dist', 'main.js')).href);
} else if (mode === 'run') {
  await build('Build the services', '--exclude', '@shelfwatch/dashboard');
  run(options);
} else {
  fail('Usage: node tools/start/bootstrap.mjs start|test|install|run [options]');
}
