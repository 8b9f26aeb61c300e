import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server process that keeps the cluster in `folder`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that is alive on this cluster, if one is: it outlives a `kill -9` of the Node
 * process that started it.
 *
 * @ensures a pid file that belongs to no PostgreSQL is removed. PostgreSQL itself would refuse to
 * start when the number in it has meanwhile gone to some other process, as it does after a
 * restarted container.
 */
export function livingPostmaster(folder: string): Postmaster | undefined {
  const file = pidFile(folder);
  if (!existsSync(file)) return undefined;
  // Lines: pid, data folder, start time, port, …: storage/lmgr, "postmaster.pid" in the manual.
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid) && isPostgres(pid)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

/**
 * Ends the server: fast first (open transactions roll back, a checkpoint is written), at once
 * when that takes longer than `patienceMs`.
 */
export async function stopPostmaster(pid: number, patienceMs = 30_000): Promise<void> {
  signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, patienceMs)) return;
  signal(pid, 'SIGQUIT');
  if (await isGoneWithin(pid, 5_000)) return;
  throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

async function isGoneWithin(pid: number, timeoutMs: number): Promise<boolean> {
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(20)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A dead child that nobody has waited for still answers to signal 0. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) === 'Z';
  } catch {
    return false; // no /proc: not Linux
  }
}

/** When nothing tells what the process is, it counts as a server: never two on one cluster. */
function isPostgres(pid: number): boolean {
  const command = commandOf(pid);
  return command === undefined || /^postgres(\.exe)?$/.test(basename(command));
}

/** The program's path, as it was called. */
function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0];
  } catch {
    // not Linux
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function pidFile(folder: string): string {
  return join(folder, 'postmaster.pid');
}
