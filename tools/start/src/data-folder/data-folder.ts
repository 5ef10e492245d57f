import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
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
}

const marker = 'shelfwatch-data';

/**
 * Makes the folder ready, empty first when `reset` is set.
 *
 * @throws StartError `not-a-data-folder` rather than delete or fill a folder that holds something else
 */
export async function openDataFolder(root: string, reset: boolean): Promise<DataFolder> {
  await mkdir(root, { recursive: true });
  const entries = await readdir(root);
  if (entries.length > 0 && !entries.includes(marker)) {
    throw new StartError(
      'not-a-data-folder',
      `${root} holds files that are not Shelfwatch's. Choose an empty or new folder: npm start -- --data DIR`,
    );
  }
  if (reset) await Promise.all(entries.map((entry) => rm(join(root, entry), { recursive: true, force: true })));
  const folder: DataFolder = {
    root,
    postgres: join(root, 'postgres'),
    pictures: join(root, 'pictures'),
    logs: join(root, 'logs'),
    lockFile: join(root, 'running.json'),
    adminPasswordFile: join(root, 'admin-password'),
  };
  if (!existsSync(join(root, marker))) await writeFile(join(root, marker), 'Data of one Shelfwatch platform.\n');
  await Promise.all([folder.pictures, folder.logs].map((path) => mkdir(path, { recursive: true })));
  return folder;
}
