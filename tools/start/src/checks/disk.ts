import { statfs } from 'node:fs/promises';
import { StartError } from '../cli/start.errors.js';

const requiredBytes = 1e9;

/** @throws StartError `disk-full` when less than 1 GB is free for the data folder */
export async function checkDiskSpace(folder: string, required = requiredBytes): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= required) return;
  throw new StartError(
    'disk-full',
    `Only ${(free / 1e9).toFixed(1)} GB free where ${folder} lies; ${(required / 1e9).toFixed(0)} GB is needed. Free some space, or keep the data elsewhere: npm start -- --data DIR`,
  );
}
