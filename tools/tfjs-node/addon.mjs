import { constants, existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run, StepError } from './step.mjs';
import { tensorflowVersion } from './tensorflow-wheel.mjs';

const nodeApiHeaders = 'node-api-headers@1.9.0';

/** Compiles the two sources of the addon; answers with the file, from the cache where it was built before. */
export async function compileAddon({ packageFolder, cache, rebuild }, tensorflow) {
  const { version } = await packageOf(packageFolder);
  const napi = await nodeApiVersion(packageFolder);
  const file = join(cache, `tfjs_binding-${version}-tensorflow-${tensorflowVersion}-napi-v${napi}.node`);
  if (existsSync(file) && !rebuild) return { file, did: `from ${file}` };
  const partial = `${file}.${process.pid}.partial`;
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => join(packageFolder, 'binding', name));
  const flags = ['-shared', '-fPIC', '-O2', '-std=c++17', `-DNAPI_VERSION=${napi}`];
  const includes = [`-I${tensorflow.include}`, `-I${await nodeHeaders(cache)}`];
  const libraries = [
    `-L${tensorflow.lib}`,
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
    '-ltensorflow',
    '-ltensorflow_framework',
  ];
  await run(process.env.CXX || 'g++', [...flags, ...includes, ...sources, ...libraries, '-o', partial], {
    advice: 'A C++17 compiler is needed (Debian: apt-get install g++; or set CXX).',
  });
  await rename(partial, file);
  return { file, did: `compiled against Node-API ${napi}` };
}

/** Lays addon and library out as tfjs-node looks for them. Hard links where possible: the library has 600 MB. */
export async function installAddon({ packageFolder }, tensorflow, addon) {
  const lib = join(packageFolder, 'deps', 'lib');
  await rm(lib, { recursive: true, force: true });
  const names = (await readdir(tensorflow.lib)).filter((name) => name.endsWith('.so.2'));
  for (const name of names) await place(join(tensorflow.lib, name), join(lib, name));
  const target = join(packageFolder, 'lib', `napi-v${await nodeApiVersion(packageFolder)}`, 'tfjs_binding.node');
  await rm(target, { force: true });
  await place(addon.file, target);
  return { did: target };
}

const proof = `
const tf = require('@tensorflow/tfjs-node');
const product = tf.matMul([[1, 2], [3, 4]], [[0, 1], [1, 0]]).dataSync().join();
if (product !== '2,1,4,3') throw new Error('the product of two matrices came out as ' + product);
console.log('TensorFlow ' + tf.backend().binding.TF_Version + ' multiplied two matrices in backend ' + tf.getBackend());
`;

/** Loads the addon in a fresh process, as the services will, and multiplies two matrices. */
export async function proveAddon({ root }) {
  const output = await run(process.execPath, ['--no-deprecation', '--input-type=commonjs', '-e', proof], {
    cwd: root,
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' },
    advice: 'The addon was built but does not load; try --rebuild.',
  });
  return { did: output.trim().split('\n').at(-1) };
}

const packageOf = async (folder) => JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));

/** The highest version that both the package names and this Node offers: where tfjs-node will look for the addon. */
async function nodeApiVersion(packageFolder) {
  const { binary } = await packageOf(packageFolder);
  const offered = Number(process.versions.napi);
  return Math.max(...binary.napi_versions.filter((version) => version <= offered));
}

/** node_api.h: beside the running Node, or from the npm package that carries only these headers. */
async function nodeHeaders(cache) {
  const own = join(dirname(dirname(process.execPath)), 'include', 'node');
  if (existsSync(join(own, 'node_api.h'))) return own;
  const folder = join(cache, 'node-api-headers');
  if (!existsSync(folder)) {
    const advice = 'Node came without headers and the npm registry did not deliver them.';
    const archive = (
      await run('npm', ['pack', '--silent', '--pack-destination', cache, nodeApiHeaders], { advice })
    ).trim();
    await mkdir(folder);
    await run('tar', ['-xzf', join(cache, archive), '-C', folder, '--strip-components', '1']);
  }
  if (!existsSync(join(folder, 'include', 'node_api.h')))
    throw new StepError(`${folder} has no node_api.h: delete it and start again.`);
  return join(folder, 'include');
}

async function place(source, target) {
  await mkdir(dirname(target), { recursive: true });
  await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
}
