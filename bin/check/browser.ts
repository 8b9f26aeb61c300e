import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly executablePath: string;
  /** Where it came from, for the person who reads along. */
  readonly origin: string;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A browser that is there already: the system's, else Playwright's own. */
export function installedBrowser(): Browser | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...candidates, ON_MACOS].find(isExecutable);
  if (found) return { executablePath: found, origin: 'installed on this machine' };

  const own = chromium.executablePath();
  return isExecutable(own) ? { executablePath: own, origin: "Playwright's own" } : undefined;
}

/**
 * @ensures a browser, installing one when there is none: Playwright's build, else Debian's
 * package when this is root.
 * @throws Error in plain words when no way leads to one.
 */
export function ensureBrowser(): Browser {
  const present = installedBrowser();
  if (present) return present;
  const attempts = [
    () => run('npx', ['playwright', 'install', 'chromium']),
    () => {
      run('apt-get', ['update']);
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    },
  ];
  for (const attempt of process.getuid?.() === 0 ? attempts : attempts.slice(0, 1)) {
    try {
      attempt();
    } catch {
      continue;
    }
    const installed = installedBrowser();
    if (installed) return installed;
  }
  throw new Error('No browser: install Chromium or Chrome, it could not be fetched from here.');
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[]): void {
  console.log(`$ ${[program, ...args].join(' ')}`);
  execFileSync(program, args, { stdio: 'inherit', timeout: 300_000 });
}
