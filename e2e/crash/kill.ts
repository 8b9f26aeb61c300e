import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The app's server process of the run on this port. */
export function killApp(port: number): void {
  for (const pid of appPids(port)) process.kill(pid, 'SIGKILL');
}

/** The server's one process; none while it is being started. */
export function appPids(port: number): readonly number[] {
  return pidsOf(['-f', `bin/serve.mjs ${port}$`]);
}

/** The database's processes all at once, as a power cut would; its files stay as they are. */
export function killPostgres(dataDir: string): void {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const backends = pidsOf(['-P', String(postmaster)]);
  for (const pid of [postmaster, ...backends]) killQuietly(pid);
}

function pidsOf(args: readonly string[]): readonly number[] {
  try {
    return execFileSync('pgrep', args, { encoding: 'utf8' }).trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

/** A backend may have ended in the meantime. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone
  }
}
