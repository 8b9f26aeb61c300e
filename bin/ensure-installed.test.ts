import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = path.join(import.meta.dirname, 'ensure-installed');

/** A copy of the project's root in which the packages are installed already. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'smile-node-'));
  for (const folder of ['bin', 'node_modules', 'path']) mkdirSync(path.join(root, folder));
  copyFileSync(SCRIPT, path.join(root, 'bin', 'ensure-installed'));
  writeFileSync(path.join(root, 'package-lock.json'), '{}');
  writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Runs it on a machine whose `node -v` prints this. */
function runOn(version: string) {
  const node = path.join(root, 'path', 'node');
  writeFileSync(node, `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  const PATH = `${path.join(root, 'path')}:/usr/bin:/bin`;
  const { status, stderr } = spawnSync(path.join(root, 'bin', 'ensure-installed'), [], {
    env: { PATH, NODE_ENV: 'test' },
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('bin/ensure-installed', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v22.23.3', 'v24.0.0', 'v24.21.0', 'v26.1.0'])(
    'takes Node %s',
    (version) => expect(runOn(version)).toEqual({ status: 0, stderr: '' }),
  );

  it.each(['v8.17.0', 'v18.20.8', 'v20.18.3', 'v21.7.3', 'v22.11.0'])(
    'says what to install instead of Node %s',
    (version) =>
      expect(runOn(version)).toEqual({
        status: 1,
        stderr: `Node.js ${version} is too old: install version 24 or 22 (22.12 or later) from nodejs.org.\n`,
      }),
  );

  it('asks for what package.json asks for', () => {
    const text = readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8');
    const { engines } = JSON.parse(text) as { readonly engines: { readonly node: string } };
    expect(readFileSync(SCRIPT, 'utf8')).toContain(`package.json says it: ${engines.node}.`);
  });
});
