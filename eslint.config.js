import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const clockReads = [
  { object: 'Date', property: 'now', message: 'Time is an argument or `deps.clock`.' },
  { object: 'Math', property: 'random', message: 'Chance is an argument, or comes from node:crypto in an adapter.' },
];

export default tseslint.config(
  { ignores: ['.cache/', 'build/', 'data/', 'node_modules/', 'public/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: dirname(fileURLToPath(import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    // Pages are rendered once, by the server: what else the plug-in checks is for those that live on in the browser, and
    // compiles every component for it, which is half of the time that all rules together take.
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // The rules, the use cases and the pages are told what time it is.
    files: ['app/**/*.{ts,tsx}', 'db/queries/**/*.ts', 'jobs/**/*.ts'],
    ignores: ['app/composition.server.ts', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-properties': ['error', ...clockReads],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument or `deps.clock`.',
        },
      ],
    },
  },
  {
    // One reader of the environment (docs/architecture.md).
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'jobs/**/*.ts', 'server.ts'],
    ignores: ['app/config.server.ts'],
    rules: { 'no-restricted-globals': ['error', { name: 'fetch', message: 'The outside world is an adapter.' }] },
  },
  {
    files: ['bench/**', 'scripts/**', 'commands/**', 'server.ts', 'jobs/worker.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
