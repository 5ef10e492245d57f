import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** The database's one user; others on this machine could otherwise connect. */
export const SUPERUSER = 'shelfwatch';

/** The password of {@link SUPERUSER}: made once, readable by this process's user alone. */
export async function serverPassword(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const password = randomBytes(18).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}
