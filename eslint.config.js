// @ts-check
import next from 'eslint-config-next/core-web-vitals';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Next and the tools ask for a default export here; everywhere else a thing has one name. */
const DEFAULT_EXPORT_WANTED = [
  'app/**/{page,layout,loading,error,global-error,not-found,template,default}.tsx',
  'app/**/{manifest,robots,sitemap,icon,apple-icon,opengraph-image}.{ts,tsx}',
  '*.config.{js,ts,mjs}',
];

export default defineConfig(
  globalIgnores([
    '.next/',
    '.data*/',
    'next-env.d.ts',
    'public/',
    'lib/server/db/generated/',
    'test-results/',
    'playwright-report/',
  ]),
  next,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      // Ids and durations read well inside a text; objects and undefined do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // A promise as an event handler is how React's handlers are written.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      // Async by contract: an interface's other implementations wait.
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: DEFAULT_EXPORT_WANTED, rules: { 'no-restricted-syntax': 'off' } },
  {
    // Programs for a terminal, which talk to the person at it.
    files: ['bin/**', 'bench/**', 'e2e/**', 'prisma/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A suite is one long function by nature, and mocks of a library's methods lose their `this`.
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.spec.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Playwright's fixtures take a `use` of their own, which is no hook.
    files: ['e2e/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    // Plain JavaScript that no tsconfig project types fully.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  prettier,
);
