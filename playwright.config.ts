import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from '@/bin/check/browser';

/** Set once and inherited by the workers, which read this file again. */
const port = (process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000)));
const dataDir = (process.env.E2E_DATA_DIR ??= newDataDir());
fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });

/** PostgreSQL runs as another user when this is root, and must be able to enter. */
function newDataDir(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-e2e-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** The app as anyone starts it, on a database of its own; nothing in it knows that it is tested. */
export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'people', testMatch: '**/*.spec.ts', teardown: 'left behind' },
    { name: 'left behind', testMatch: 'left-behind/*.after.ts' },
  ],
  outputDir: 'test-results',
  // The demo shop is shared by the tests: one after the other, in the order of the files.
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
    trace: 'retain-on-failure',
    permissions: ['camera'],
    launchOptions: {
      executablePath: installedBrowser()?.executablePath,
      args: [
        '--use-fake-ui-for-media-stream',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // What the app says is kept too, for e2e/left-behind; tee outlives the app's end.
    command: `bash -c 'exec bin/start --port ${port} --data-dir ${dataDir} > >(trap "" TERM; exec tee -a ${dataDir}/app.log) 2> >(trap "" TERM; exec tee -a ${dataDir}/app.log >&2)'`,
    url: `http://localhost:${port}/api/health`,
    timeout: 240_000,
    stdout: 'pipe',
    stderr: 'pipe',
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
