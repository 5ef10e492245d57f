import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../cli/start.errors.js';

/** Everything that the embedded platform keeps, in one folder. */
export interface DataFolder {
  root: string;
  postgres: string;
  pictures: string;
  logs: string;
  lockFile: string;
  adminPasswordFile: string;
  models: string;
  inference: string;
  retraining: string;
  /** Deletes what the platform kept, but for the lock. */
  clear(): Promise<void>;
}

const marker = 'shelfwatch-data';
const lockName = 'running.json';

/**
 * Makes the folder ready.
 *
 * @throws StartError `not-a-data-folder` rather than fill a folder that holds something else
 */
export async function openDataFolder(root: string): Promise<DataFolder> {
  await mkdir(root, { recursive: true });
  const entries = await readdir(root);
  if (entries.length > 0 && !entries.includes(marker)) {
    throw new StartError(
      'not-a-data-folder',
      `${root} holds files that are not Shelfwatch's. Choose an empty or new folder: npm start -- --data DIR`,
    );
  }
  const keep = ['pictures', 'logs', 'models', 'inference', 'retraining'].map((name) => join(root, name));
  const makeFolders = (): Promise<unknown> => Promise.all(keep.map((path) => mkdir(path, { recursive: true })));
  await writeFile(join(root, marker), 'Data of one Shelfwatch platform.\n');
  await makeFolders();
  return {
    root,
    postgres: join(root, 'postgres'),
    pictures: join(root, 'pictures'),
    logs: join(root, 'logs'),
    models: join(root, 'models'),
    inference: join(root, 'inference'),
    retraining: join(root, 'retraining'),
    lockFile: join(root, lockName),
    adminPasswordFile: join(root, 'admin-password'),
    clear: async () => {
      const kept = (await readdir(root)).filter((entry) => entry !== marker && entry !== lockName);
      await Promise.all(kept.map((entry) => rm(join(root, entry), { recursive: true, force: true })));
      await makeFolders();
    },
  };
}
