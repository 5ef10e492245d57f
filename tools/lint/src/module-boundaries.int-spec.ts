import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..', '..');

const boundaries = '@nx/enforce-module-boundaries';
const cases = [
  ['the domain imports an adapter', 'libs/domain/src/x.ts', `import '@shelfwatch/messaging';`, [boundaries]],
  ['an adapter imports another adapter', 'libs/messaging/src/x.ts', `import '@shelfwatch/persistence';`, [boundaries]],
  ['an adapter imports what apps share', 'libs/persistence/src/x.ts', `import '@shelfwatch/remedies';`, [boundaries]],
  ['an app without a GPU imports vision', 'apps/ingestion/src/x.ts', `import '@shelfwatch/vision';`, [boundaries]],
  ['the simulator imports the recogniser', 'tools/shelfsim/src/x.ts', `import '@shelfwatch/vision';`, [boundaries]],
  [
    'a file reaches into another project',
    'apps/ingestion/src/x.ts',
    `import '../../../libs/domain/src/index.js';`,
    [boundaries],
  ],
  ['kafkajs is imported outside messaging', 'apps/ingestion/src/x.ts', `import 'kafkajs';`, ['no-restricted-imports']],
  [
    'TypeORM is imported outside persistence',
    'apps/monitoring/src/x.ts',
    `import 'typeorm';`,
    ['no-restricted-imports'],
  ],
  [
    'TensorFlow.js is imported outside vision',
    'apps/inference/src/x.ts',
    `import '@tensorflow/tfjs';`,
    ['no-restricted-imports'],
  ],
  [
    'the environment is read anywhere',
    'apps/ingestion/src/x.ts',
    `export default process.env;`,
    ['no-restricted-properties'],
  ],
  ['a test is focused', 'libs/domain/src/x.spec.ts', `it.only('x', () => undefined);`, ['no-restricted-syntax']],
  [
    'the environment is read in a configuration file',
    'apps/ingestion/src/x.config.ts',
    `export default process.env;`,
    [],
  ],
  ['an app imports what it may', 'apps/ingestion/src/x.ts', `import '@shelfwatch/domain';`, []],
] as const;

/** Runs Node and gives its output; jest's own module loader would confuse ESLint's. */
function node(script: string, input: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    // eslint-disable-next-line no-restricted-properties -- handed on as it is, but without jest's own settings
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', JEST_WORKER_ID: undefined },
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}${stdout}`);
  return stdout;
}

describe('the directions between projects', () => {
  let found: string[][];

  beforeAll(() => {
    // The rule reads Nx's cached project graph; a fresh clone has none yet.
    node(join(root, 'node_modules', '.bin', 'nx'), '', 'show', 'projects');
    const texts = cases.map(([, file, text]) => ({ file: join(root, file), text }));
    const output = node(join(root, 'tools', 'lint', 'lint-texts.mjs'), JSON.stringify(texts));
    found = JSON.parse(output.trim().split('\n').at(-1)!) as string[][];
  }, 120_000);

  it.each(cases.map(([what, , , expected], index) => ({ what, expected, index })))(
    'When $what, then lint answers $expected',
    ({ expected, index }) => {
      expect(found[index]).toEqual(expected);
    },
  );
});
