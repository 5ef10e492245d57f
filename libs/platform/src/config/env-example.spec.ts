import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Settings are schemas whose keys are variable names, in files named `*.config.ts`; these are shared. */
const settingsFiles = [
  'libs/platform/src/config/service-settings.ts',
  'libs/vision/src/model-bucket/model-bucket-settings.ts',
  ...['apps', 'tools'].flatMap((group) =>
    readdirSync(join(root, group)).flatMap((project) => {
      const folder = join(group, project, 'src');
      const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
      return names.filter((name) => name.endsWith('.config.ts')).map((name) => join(folder, name));
    }),
  ),
];
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!);

describe('.env.example', () => {
  it('lists every variable of every service, and no other', () => {
    const known = settingsFiles
      .map(read)
      .filter((text) => /loadConfig|serviceSettings|modelBucketSettings/.test(text))
      .flatMap((text) => namesIn(text, /^ {2}([A-Z][A-Z0-9_]+): /gm));
    const listed = namesIn(read('.env.example'), /^(?:# )?([A-Z][A-Z0-9_]+)=/gm);
    expect([...listed].sort()).toEqual([...new Set(known)].sort());
  });
});
