import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });

/** Which kind of project may import which; `docs/architecture.md` says why. There is no allow-everything rule. */
export const depConstraints = [
  only('type:domain', 'type:none'),
  only('type:contracts', 'type:domain'),
  only('type:platform', 'type:none'),
  only('type:adapter', 'type:contracts', 'type:domain', 'type:platform'),
  // What several services do alike with the adapters.
  only('type:application', 'type:adapter', 'type:contracts', 'type:domain', 'type:platform', 'type:testing'),
  only(
    'type:app',
    'type:application',
    'type:adapter',
    'type:contracts',
    'type:domain',
    'type:platform',
    'type:ui',
    'type:testing',
  ),
  only('type:testing', 'type:adapter', 'type:contracts', 'type:domain', 'type:platform', 'type:testing'),
  only(
    'type:tool',
    'type:application',
    'type:adapter',
    'type:contracts',
    'type:domain',
    'type:platform',
    'type:testing',
    'type:tool',
  ),
  only('platform:shared', 'platform:shared'),
  only('platform:web', 'platform:web', 'platform:shared'),
  only('platform:node', 'platform:node', 'platform:shared'),
  only('platform:gpu', 'platform:gpu', 'platform:node', 'platform:shared'),
  // The simulator must not know how it is recognised.
  { sourceTag: 'scope:shelfsim', notDependOnLibsWithTags: ['scope:vision'] },
];

/** Third-party packages that exactly one library may import, so that each can be replaced in one place. */
const soleImporters = [
  ['libs/messaging', ['kafkajs']],
  ['libs/persistence', ['typeorm', '@nestjs/typeorm']],
  ['libs/vision', ['@tensorflow/*', 'onnxruntime-node', 'onnxruntime-common']],
];

const restrictedFor = (folder) => [
  'error',
  {
    patterns: soleImporters
      .filter(([owner]) => owner !== folder)
      .map(([owner, group]) => ({ group, message: `Only ${owner} imports this package; use that library instead.` })),
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.next/**',
      '**/node_modules/**',
      '.shelfwatch/**',
      '**/next-env.d.ts',
      '**/generated/**',
      '**/fixtures/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': restrictedFor(''),
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in a *.config.ts file only.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip)$/]',
          message: 'No focused or skipped tests.',
        },
      ],
    },
  },
  ...soleImporters.map(([folder]) => ({
    files: [`${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': restrictedFor(folder) },
  })),
  { files: ['**/*.config.ts', '**/*.config.mjs', '**/*.mjs'], rules: { 'no-restricted-properties': 'off' } },
);
