import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openDataFolder } from './data-folder.js';
import { lockDataFolder } from './running-lock.js';

describe('the data folder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'shelfwatch-data-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('When it is reset, then what the platform kept is gone', async () => {
    const folder = await openDataFolder(root);
    await writeFile(join(folder.pictures, 'a.jpg'), 'x');
    await folder.clear();
    expect(await readdir(folder.pictures)).toEqual([]);
  });

  it('When the folder holds foreign files, then it is neither filled nor deleted', async () => {
    await writeFile(join(root, 'thesis.tex'), 'x');
    await expect(openDataFolder(root)).rejects.toMatchObject({ code: 'not-a-data-folder' });
    expect(await readdir(root)).toEqual(['thesis.tex']);
  });

  it('When another platform runs on it, then the message gives its address', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const lockFile = join(root, 'running.json');
    await writeFile(lockFile, JSON.stringify({ pid: other.pid, address: 'http://localhost:4200' }));
    await expect(lockDataFolder(lockFile, 'x')).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining('http://localhost:4200'),
    });
    other.kill('SIGKILL');
    await once(other, 'close');
    const release = await lockDataFolder(lockFile, 'x');
    await release();
    expect(await readdir(root)).toEqual([]);
  });
});
