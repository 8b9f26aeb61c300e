import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimDataDir, readRunning } from './data-dir';
import { startOf } from './process-identity';

let dataDir: string;
beforeEach(() => (dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-data-'))));
afterEach(() => fs.rmSync(dataDir, { recursive: true }));

const file = () => path.join(dataDir, 'running.json');

describe('claimDataDir', () => {
  it('makes the folder, and refuses a second app on it until the first lets go', () => {
    const nested = path.join(dataDir, 'a', 'b');
    const claim = claimDataDir(nested, 'http://localhost:1');
    expect(() => claimDataDir(nested, 'http://localhost:2')).toThrow(
      /already running at http:\/\/localhost:1 with this data/,
    );
    claim.release();
    claimDataDir(nested, 'http://localhost:2').release();
    expect(readRunning(nested)).toBeUndefined();
  });

  it('tells where the database is, to the owner only', () => {
    const claim = claimDataDir(dataDir, 'http://localhost:1');
    claim.announce('postgresql://u:p@localhost:5/db');
    expect(readRunning(dataDir)?.databaseUrl).toBe('postgresql://u:p@localhost:5/db');
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('takes over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const pid = child.pid ?? 0;
    const holder = { pid, startedAt: startOf(pid), address: 'http://localhost:1' };
    fs.writeFileSync(file(), JSON.stringify(holder));
    expect(() => claimDataDir(dataDir, 'http://localhost:2')).toThrow(/already running/);

    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    claimDataDir(dataDir, 'http://localhost:2');
    expect(readRunning(dataDir)?.pid).toBe(process.pid);
  });

  it('is not fooled by a process id that was given to somebody else', () => {
    const holder = { pid: process.ppid, startedAt: 'another day', address: 'http://localhost:1' };
    fs.writeFileSync(file(), JSON.stringify(holder));
    expect(() => claimDataDir(dataDir, 'http://localhost:2')).not.toThrow();
  });

  it('says so when the folder cannot be made', () => {
    const inFile = path.join(dataDir, 'file', 'data');
    fs.writeFileSync(path.join(dataDir, 'file'), '');
    expect(() => claimDataDir(inFile, 'http://localhost:1')).toThrow(
      `The data folder ${inFile} cannot be written to (ENOTDIR): choose another with --data-dir.`,
    );
  });
});
