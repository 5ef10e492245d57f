import { transformFile } from '@swc/core';
import { fileURLToPath } from 'node:url';

/** Relative imports name the file that will be built (`./x.js`); beside a source lies `./x.ts`. Internal packages give their sources. */
export async function resolve(specifier, context, next) {
  const fromSource = context.parentURL?.endsWith('.ts') ?? false;
  if (!fromSource) return next(specifier, context);
  const conditions = ['@shelfwatch/source', ...context.conditions];
  const name = /^\.{1,2}\/.*\.js$/.test(specifier) ? specifier.replace(/\.js$/, '.ts') : specifier;
  return next(name, { ...context, conditions });
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
