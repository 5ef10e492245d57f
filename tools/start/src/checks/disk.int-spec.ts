import { tmpdir } from 'node:os';
import { checkDiskSpace } from './disk.js';

describe('checkDiskSpace', () => {
  it('When the disk has room, then nothing happens', async () => {
    await expect(checkDiskSpace(tmpdir(), 1)).resolves.toBeUndefined();
  });

  it('When the disk has too little room, then the message says how much is needed and what to do', async () => {
    await expect(checkDiskSpace(tmpdir(), 1e18)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/needed.*--data DIR/),
    });
  });
});
