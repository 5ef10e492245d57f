import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, StepError } from './step.mjs';

const entry = 'node_modules/@tensorflow/tfjs-node';

/**
 * Puts the package and whatever it needs into node_modules, in the versions and places of package-lock.json. npm leaves an optional
 * package out, with everything that only it needs, when its install script fails; fetching the archives one by one runs no script.
 */
export async function ensurePackages({ root }) {
  const locked = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
  if (!locked[entry]) throw new StepError(`${entry} is not in package-lock.json: add it to optionalDependencies.`);
  const missing = closure(locked, entry).filter((path) => !existsSync(join(root, path, 'package.json')));
  if (missing.length === 0) return { did: 'all present' };
  const folder = await mkdtemp(join(tmpdir(), 'tfjs-node-packages-'));
  try {
    const names = [...new Set(missing.map((path) => `${packageName(path)}@${locked[path].version}`))];
    await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...names], {
      cwd: folder,
      advice: 'Check that the npm registry can be reached.',
    });
    for (const path of missing)
      await unpack(join(folder, await archiveOf(folder, path, locked)), join(root, path), locked[path]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { did: `${missing.length} fetched` };
}

function closure(locked, start) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const name of Object.keys(locked[path].dependencies ?? {})) {
      const found = resolveFrom(locked, path, name);
      if (!found) throw new StepError(`${name}, needed by ${path}, is not in package-lock.json: run "npm install".`);
      visit(found);
    }
  };
  visit(start);
  return [...seen];
}

/** Node's own search: the nearest node_modules folder upwards that has the package. */
function resolveFrom(locked, from, name) {
  for (let folder = from; ;) {
    const candidate = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (locked[candidate]) return candidate;
    if (!folder) return undefined;
    const cut = folder.lastIndexOf('node_modules/');
    folder = folder.slice(0, Math.max(0, cut - 1));
  }
}

const packageName = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

async function archiveOf(folder, path, locked) {
  const name = `${packageName(path).replace('@', '').replace('/', '-')}-${locked[path].version}.tgz`;
  if (!(await readdir(folder)).includes(name)) throw new StepError(`npm pack did not deliver ${name}.`);
  return name;
}

async function unpack(archive, target, { integrity }) {
  const [algorithm, expected] = (integrity ?? '').split(/-(.*)/s);
  const actual =
    integrity &&
    createHash(algorithm)
      .update(await readFile(archive))
      .digest('base64');
  if (integrity && actual !== expected)
    throw new StepError(`${archive} does not have the hash that package-lock.json states.`);
  await rm(join(target, 'package.json'), { force: true });
  await mkdir(target, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', target, '--strip-components', '1', '--no-same-owner'], {
    cwd: dirname(target),
  });
}
