import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Unit tests need nothing but Node; integration tests start a PostgreSQL of their own. */
export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // A guard for the bundler; in plain Node it would throw.
      'server-only': `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,models,components,app,bin,bench,docs,e2e,testing}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          // Real networks run in some of them; a busy machine is no fault of theirs.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{lib,app,bin,bench}/**/*.integration.test.ts'],
          // One PostgreSQL a run; each test file copies a migrated database for itself.
          globalSetup: ['./testing/postgres/server.fixture.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
