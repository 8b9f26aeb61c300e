import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { APP, DATABASE_CLIENT, make } from '../launch/build';
import type { Stoppers } from '../launch/stoppers';
import { prepareModels } from '../prepare-models';
import { ensureBrowser } from './browser';
import { type Counts, countPlaywright, countVitest } from './counts';
import { runTool } from './tool';

export const PARTS = [
  'static',
  'unit',
  'integration',
  'build',
  'e2e',
  'crash',
  'abuse',
  'fuzz',
] as const;
export type Part = (typeof PARTS)[number];

/** What a stage found out. */
export interface Outcome {
  readonly ok: boolean;
  readonly counts?: Counts;
}

export interface Stage {
  readonly title: string;
  /** The part that it is, or all for whom it must be done first. */
  readonly parts: readonly Part[];
  run(context: StageContext): Promise<Outcome>;
}

export interface StageContext {
  readonly root: string;
  readonly stoppers: Stoppers;
  /** A folder of this run's own, removed at its end. */
  readonly scratch: string;
  /** Given on the command line after the part, for its tool. */
  readonly extraArgs: readonly string[];
}

/** One program that passes or fails as a whole. */
function tool(
  title: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Stage {
  return {
    title,
    parts: ['static'],
    run: async ({ stoppers }) => ({ ok: await runTool(script, args, env, stoppers) }),
  };
}

function vitest(title: string, project: 'unit' | 'integration'): Stage {
  return {
    title,
    parts: [project],
    run: async ({ scratch, stoppers, extraArgs }) => {
      const report = path.join(scratch, `${project}.json`);
      const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
      const ok = await runTool(
        'node_modules/vitest/vitest.mjs',
        [...args, `--outputFile.json=${report}`, ...extraArgs],
        {},
        stoppers,
      );
      return { ok, counts: readCounts(report, countVitest) };
    },
  };
}

/** A report that is missing or broken counts nothing; the stage has failed anyway. */
function readCounts(file: string, count: (text: string) => Counts): Counts | undefined {
  return fs.existsSync(file) ? count(fs.readFileSync(file, 'utf8')) : undefined;
}

const prepare: Stage = {
  title: 'Preparing models, database client and route types',
  parts: [...PARTS],
  run: async ({ root, stoppers }) => {
    prepareModels(root);
    await make(DATABASE_CLIENT, root, stoppers, () =>
      console.log('Generating the database client'),
    );
    return { ok: await runTool('node_modules/next/dist/bin/next', ['typegen'], {}, stoppers) };
  },
};

const build: Stage = {
  title: 'Build',
  parts: ['build', 'e2e', 'crash', 'abuse', 'fuzz'],
  run: async ({ root, stoppers }) => {
    await make(APP, root, stoppers, () => console.log('Building'));
    return { ok: true };
  },
};

const endToEnd: Stage = {
  title: 'End to end, in a real browser',
  parts: ['e2e'],
  run: async ({ scratch, stoppers, extraArgs }) => {
    const browser = ensureBrowser();
    console.log(`Browser: ${browser.executablePath} (${browser.origin})`);
    const report = path.join(scratch, 'e2e.json');
    const dataDir = path.join(scratch, 'data');
    const ok = await runTool(
      'node_modules/@playwright/test/cli.js',
      ['test', '--reporter=list,json', ...extraArgs],
      { PLAYWRIGHT_JSON_OUTPUT_FILE: report, E2E_DATA_DIR: dataDir },
      stoppers,
    );
    return { ok, counts: readCounts(report, countPlaywright) };
  },
};

/** The short form; `npm run test:crash` is the long one. Each kill is a test that can fail. */
const CRASH_KILLS = 4;
const crash: Stage = {
  title: 'Crashes: the app and PostgreSQL killed under load',
  parts: ['crash'],
  run: async ({ stoppers, extraArgs }) => {
    const args = ['e2e/crash/main.ts', '--kills', String(CRASH_KILLS), ...extraArgs];
    const ok = await runTool('node_modules/tsx/dist/cli.mjs', args, {}, stoppers);
    const counts = { passed: ok ? CRASH_KILLS : 0, failed: ok ? 0 : 1, skipped: 0 };
    return { ok, counts };
  },
};

/** The short form; `npm run test:abuse` is the long one. It counts as one test. */
const abuse: Stage = {
  title: 'Abuse: guesses, cut streams and a flood',
  parts: ['abuse'],
  run: async ({ stoppers, extraArgs }) => {
    const args = ['e2e/abuse/main.ts', '--short', ...extraArgs];
    const ok = await runTool('node_modules/tsx/dist/cli.mjs', args, {}, stoppers);
    return { ok, counts: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 } };
  },
};

/** The short form; `npm run test:fuzz` is the long one. It counts as one test. */
const fuzz: Stage = {
  title: 'Fuzz: generated requests to every route',
  parts: ['fuzz'],
  run: async ({ stoppers, extraArgs }) => {
    const args = ['e2e/fuzz/main.ts', '--short', ...extraArgs];
    const ok = await runTool('node_modules/tsx/dist/cli.mjs', args, {}, stoppers);
    return { ok, counts: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 } };
  },
};

export const STAGES: readonly Stage[] = [
  prepare,
  tool('Format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '.']),
  tool(
    'Format of the Prisma schema',
    DATABASE_CLIENT.script,
    ['format', '--check'],
    DATABASE_CLIENT.env,
  ),
  tool('Lint', 'node_modules/eslint/bin/eslint.js', ['--max-warnings', '0', '.']),
  tool('Types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
  tool('Import rules', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    ...['app', 'bench', 'bin', 'components', 'e2e', 'lib', 'models', 'prisma', 'testing'],
    ...['instrumentation.ts', 'proxy.ts'],
  ]),
  tool('Unused files, exports and packages', 'node_modules/knip/bin/knip.js', ['--no-progress']),
  vitest('Unit', 'unit'),
  vitest('Integration, on a real PostgreSQL', 'integration'),
  build,
  endToEnd,
  crash,
  abuse,
  fuzz,
];

/** PostgreSQL runs as another user when this is root, and must be able to enter. */
export function makeScratch(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-test-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}
