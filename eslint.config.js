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

const EXPORT_BY_NAME = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
];

/** Methods and statics that came after Safari 15.0, the floor; Next polyfills three of them. */
const AFTER_SAFARI_15 = [
  'at',
  'findLast',
  'findLastIndex',
  'group',
  'hasOwn',
  'toReversed',
  'toSorted',
  'toSpliced',
  'fromAsync',
  'withResolvers',
  'isWellFormed',
  'randomUUID',
];
const FLOOR = 'iOS Safari 15 has no such thing, and a worker gets no polyfill.';

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
      'no-restricted-syntax': ['error', ...EXPORT_BY_NAME],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: DEFAULT_EXPORT_WANTED, rules: { 'no-restricted-syntax': 'off' } },
  {
    // What runs in the engine's worker and what the browser shares with the server. The floor is
    // iOS Safari 15; what is newer needs a fallback of its own, as OffscreenCanvas has.
    files: [
      'lib/face/**',
      'models/**',
      'lib/liveness/{challenge,colours,evidence,geometry,shuffled,step-kinds}.ts',
      'lib/recognition/descriptor.ts',
    ],
    ignores: ['**/*.{test,fixture}.ts', 'models/drawn-face.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'structuredClone', message: FLOOR },
        { name: 'scheduler', message: FLOOR },
        { name: 'requestIdleCallback', message: FLOOR },
      ],
      'no-restricted-syntax': [
        'error',
        ...EXPORT_BY_NAME,
        {
          selector: `CallExpression > MemberExpression[property.name=/^(${AFTER_SAFARI_15.join('|')})$/]`,
          message: FLOOR,
        },
        {
          selector: "MemberExpression[object.name='AbortSignal'][property.name=/^(any|timeout)$/]",
          message: FLOOR,
        },
        { selector: 'StaticBlock', message: FLOOR },
        { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: FLOOR },
      ],
    },
  },
  {
    // Programs for a terminal, which talk to the person at it.
    files: ['bin/**', 'bench/**', 'e2e/**', 'prisma/**', 'testing/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A suite is one long function by nature, and mocks of a library's methods lose their `this`.
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.spec.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Playwright's fixtures take a `use` of their own, which is no hook.
    files: ['e2e/**', 'testing/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    // Plain JavaScript that no tsconfig project types fully.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  prettier,
);
