import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watchParent } from './parent-watch.js';
import { describeStartFailure } from './start-failure.js';

describe('watchParent', () => {
  it('When the watched process is killed without warning, then it is noticed', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(parent, 'spawn');
    let gone = false;
    const noticed = new Promise<void>((resolve) => {
      watchParent(
        parent.pid!,
        () => {
          gone = true;
          resolve();
        },
        5,
      );
    });
    expect(gone).toBe(false);
    const alive = setInterval(() => {}, 50);
    parent.kill('SIGKILL');
    await noticed;
    clearInterval(alive);
    expect(gone).toBe(true);
  });
});

describe('describeStartFailure', () => {
  it('When the port is taken, then one line says which and what to do', () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    expect(describeStartFailure('ingestion', error, { host: '127.0.0.1', port: 4202 })).toBe(
      'ingestion: 127.0.0.1:4202 is already in use; stop the program that listens there or choose another port.',
    );
  });
});
