import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Follows links; what they lead to must lie below `root` too.
 *
 * @returns `outside` when it does not, undefined when there is nothing
 */
export async function realPathBelow(root: string, path: string): Promise<string | undefined> {
  const [base, found] = await Promise.all([realpath(root), realpath(path)].map((it) => it.catch(() => undefined)));
  if (base === undefined || found === undefined) return undefined;
  return found === base || found.startsWith(base + sep) ? found : OUTSIDE;
}

/** No absolute path. */
export const OUTSIDE = 'outside';
