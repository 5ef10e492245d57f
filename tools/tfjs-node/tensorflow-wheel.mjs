import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, StepError } from './step.mjs';

/**
 * tfjs-node 4.22 was made for the C library of 2.9.1, but wheels of that age hide it inside a Python extension. 2.15.1 carries it
 * as a file of its own and was seen to predict and to train with tfjs-node. The library does not depend on the Python tag.
 */
export const tensorflowVersion = '2.15.1';
const wheelSha256 = 'ba9503db2c5357ea21938555323581fbdabf3d051b6bc1b5f73c5b0ae034d077';
const pythonTag = '310';

const unpackScript = `
import sys, zipfile
wanted = ('tensorflow/libtensorflow', 'tensorflow/include/tensorflow/', 'tensorflow/include/tsl/')
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for name in wheel.namelist():
        if name.startswith(wanted): wheel.extract(name, sys.argv[2])
`;

/** Answers with the folders of the library and its headers, from the cache or freshly out of the wheel. */
export async function ensureTensorFlow({ cache, python, rebuild }) {
  const folder = join(cache, `tensorflow-${tensorflowVersion}`);
  const result = { lib: join(folder, 'tensorflow'), include: join(folder, 'tensorflow', 'include') };
  if (existsSync(folder) && !rebuild) return { ...result, did: `TensorFlow ${tensorflowVersion} from ${folder}` };
  await mkdir(cache, { recursive: true });
  const wheel = await fetchWheel({ cache, python });
  const partial = `${folder}.${process.pid}.partial`;
  await run(python, ['-c', unpackScript, wheel, partial]);
  // The linker looks for the names of the archive that tfjs-node's own installer unpacks.
  const lib = join(partial, 'tensorflow');
  for (const [name, target] of [
    ['libtensorflow.so', 'libtensorflow_cc.so.2'],
    ['libtensorflow_framework.so', 'libtensorflow_framework.so.2'],
  ]) {
    if (!existsSync(join(lib, target))) throw new StepError(`${wheel} has no ${target}.`);
    await symlink(target, join(lib, name));
  }
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  await rm(wheel);
  return { ...result, did: `TensorFlow ${tensorflowVersion} out of its wheel` };
}

async function fetchWheel({ cache, python }) {
  const what = [
    '--no-deps',
    '--only-binary=:all:',
    '--python-version',
    pythonTag,
    '--platform',
    'manylinux_2_17_x86_64',
  ];
  await run(
    python,
    ['-m', 'pip', 'download', '--quiet', ...what, '--dest', cache, `tensorflow-cpu==${tensorflowVersion}`],
    {
      advice:
        'The wheel comes from the Python package index: check pip and the network, or name another Python with --python.',
    },
  );
  const name = (await readdir(cache)).find((file) => file.startsWith(`tensorflow_cpu-${tensorflowVersion}-`));
  if (!name) throw new StepError(`pip left no tensorflow-cpu wheel in ${cache}.`);
  const wheel = join(cache, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(wheel), hash);
  const actual = hash.digest('hex');
  if (actual === wheelSha256) return wheel;
  await rm(wheel);
  throw new StepError(`${name} has sha256 ${actual}, not ${wheelSha256}: it was deleted; start again.`);
}
