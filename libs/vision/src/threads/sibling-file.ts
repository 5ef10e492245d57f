import { extname } from 'node:path';

/**
 * Address of a thread's file beside the caller's: `.js` in a build, `.ts` where the sources themselves run (tests).
 *
 * @param name without its ending
 */
export const siblingFile = (importMetaUrl: string, name: string): URL =>
  new URL(`./${name}${extname(new URL(importMetaUrl).pathname)}`, importMetaUrl);
