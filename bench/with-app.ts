import fs from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { installedBrowser } from '@/bin/check/browser';
import { freePort, launch, newDataDir } from '@/e2e/launch';

/** The whole product as `bin/start` runs it, and a browser for its guests. */
export interface RunningApp {
  readonly port: number;
  /** Free, and a name that the app answers to: for what stands between it and the browser. */
  readonly proxyPort: number;
  readonly origin: string;
  readonly dataDir: string;
  readonly browser: Browser;
}

/** The camera is allowed, no graphics card hoped for, and all traffic is the product's own. */
const FLAGS = [
  '--use-fake-ui-for-media-stream',
  '--disable-gpu',
  '--disable-background-networking',
];
const PAGES = ['/', '/sign-up', '/enrol', '/wallet', '/counter', '/api/auth/csrf', '/api/me'];

/**
 * Starts the app in a folder of its own, runs the bench, and leaves nothing behind.
 *
 * @param say told when something begins that takes a while.
 */
export async function withApp<T>(
  say: (text: string) => void,
  run: (app: RunningApp) => Promise<T>,
): Promise<T> {
  const [port, proxyPort, dataDir] = [await freePort(), await freePort(), newDataDir()];
  const app = launch(['--port', String(port), '--data-dir', dataDir], {
    SMILE_HOSTS: `localhost:${proxyPort}`,
  });
  try {
    say('Starting the app');
    await app.ready;
    const origin = `http://localhost:${port}`;
    // A server loads a page's code when it is first asked for; no guest should wait for that.
    for (const page of PAGES) await fetch(origin + page);
    const executablePath = installedBrowser()?.executablePath;
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    try {
      return await run({ port, proxyPort, origin, dataDir, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await app.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}
