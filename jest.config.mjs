/** Three rings of tests, told apart by file name; `npm run jest -- --selectProjects unit` runs one of them. */
const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: '<rootDir>/tools/jest/node-environment.mjs',
  // Internal packages resolve to their sources, so that a test never sees a stale build.
  testEnvironmentOptions: { customExportConditions: ['@shelfwatch/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/\\.next/', '<rootDir>/\\.shelfwatch/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const roots = ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'];

export default {
  projects: [
    { ...base, roots, displayName: 'unit', testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] },
    { ...base, roots, displayName: 'integration', testMatch: ['**/*.int-spec.ts'] },
    { ...base, roots, displayName: 'kafka', testMatch: ['**/*.kafka-spec.ts'] },
    { ...base, roots: ['<rootDir>/apps/e2e'], displayName: 'e2e', testMatch: ['**/*.e2e-spec.ts'] },
  ],
  testTimeout: 60_000,
  // The default leaves one core of two idle.
  maxWorkers: '100%',
};
