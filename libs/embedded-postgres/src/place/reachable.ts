import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ServerUser } from './server-user.js';

/** Whether `user` may enter `path` and every folder above it. */
export async function isReachable(path: string, user: ServerUser): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid, isDirectory } = await describe(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (isDirectory && (mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function describe(path: string): Promise<{ mode: number; uid: number; gid: number; isDirectory: boolean }> {
  const found = await stat(path);
  return { mode: found.mode, uid: found.uid, gid: found.gid, isDirectory: found.isDirectory() };
}
