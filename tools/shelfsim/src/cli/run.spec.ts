import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';

const never = new AbortController().signal;

async function output(...args: string[]): Promise<string> {
  let text = '';
  await run(args, { print: (piece) => (text += piece), note: () => undefined }, never);
  return text;
}

describe('The command line', () => {
  it.each([[[]], [['--help']], [['help']]])('When %p is given, then the usage is shown', async (args) => {
    expect(await output(...args)).toContain('Usage: npm run shelfsim');
  });

  it.each([
    [['dance'], 'dance'],
    [['play'], '--to'],
    [['play', '--to', 'x', '--clock', 'sundial'], '--clock'],
    [['play', '--to', 'x', '--speed', 'fast'], '--speed'],
    [['play', '--to', 'x', '--world', 'photos'], '--data'],
    [['shoot'], '--out'],
    [['check'], 'file'],
    [['--frobnicate'], 'frobnicate'],
  ])('When %p is given, then the error names %s', async (args, named) => {
    await expect(output(...args)).rejects.toMatchObject({ code: 'USAGE', message: expect.stringContaining(named) });
  });

  it('When products and scenarios are listed, then there is a row for each', async () => {
    expect((await output('catalogue')).trim().split('\n').length).toBeGreaterThanOrEqual(224);
    expect(await output('scenarios')).toContain('knocked-camera');
  });

  it('When a scenario is checked and played into a folder, then the pictures are there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shelfsim-cli-'));
    const file = join(folder, 'short.yaml');
    const layout = '{ fixtures: 1, slotsPerFixture: 8, shelves: 2, picture: { width: 640, height: 360 } }';
    await writeFile(
      file,
      `name: short\ndescription: d\ndurationMinutes: 3\nframeEverySeconds: 60\nlayout: ${layout}\n`,
    );
    expect(await output('check', file)).toContain('3 pictures');
    await output('play', '--scenario', file, '--to', join(folder, 'out'), '--limit', '2');
    expect(await readdir(join(folder, 'out', 'frames', 'cam-01'))).toHaveLength(2);
    await rm(folder, { recursive: true });
  });
});
