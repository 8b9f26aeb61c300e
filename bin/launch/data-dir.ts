import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, StartFailure } from './failure';
import { startOf } from './process-identity';

const runningSchema = z.object({
  pid: z.int(),
  /** From `startOf`, so that a process id given to somebody else is not taken for ours. */
  startedAt: z.string(),
  address: z.string(),
  /** There once the database is up; tests and command line tools read it. */
  databaseUrl: z.string().optional(),
});

export type Running = z.infer<typeof runningSchema>;

export interface DataDirClaim {
  /** Writes down what others may need to know of this run. */
  announce(databaseUrl: string): void;
  release(): void;
}

/**
 * Makes the data folder and takes it for this process: two apps on one cluster would stop each
 * other's PostgreSQL. A claim left by a killed process does not count.
 *
 * @ensures `running.json` in the folder names this process until `release`.
 * @throws StartFailure when the folder is in use or cannot be written to.
 */
export function claimDataDir(dataDir: string, address: string): DataDirClaim {
  const file = path.join(dataDir, 'running.json');
  const holder = readRunning(dataDir);
  if (holder) {
    throw new StartFailure(
      `It is already running at ${holder.address} with this data (process ${String(holder.pid)}).`,
    );
  }
  const self: Running = {
    pid: process.pid,
    startedAt: startOf(process.pid) ?? '',
    address,
  };
  try {
    makeFolder(dataDir);
    write(file, self);
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw error;
    throw new StartFailure(
      `The data folder ${dataDir} cannot be written to (${codeOf(error) ?? '?'}): choose another with --data-dir.`,
    );
  }
  return {
    announce: (databaseUrl) => write(file, { ...self, databaseUrl }),
    release: () => fs.rmSync(file, { force: true }),
  };
}

/** Node's own recursive mkdir never returns where a folder refuses children, as in /proc. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
}

/** The app that runs on this data folder now, if one does. */
export function readRunning(dataDir: string): Running | undefined {
  const running = parseRunning(path.join(dataDir, 'running.json'));
  return running && startOf(running.pid) === running.startedAt ? running : undefined;
}

function parseRunning(file: string): Running | undefined {
  try {
    return runningSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The database's address holds its password, so nobody else may read the file. */
function write(file: string, running: Running): void {
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
}
