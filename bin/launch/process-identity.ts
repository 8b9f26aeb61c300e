import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * When a process started, as text: together with its id it names the process for good, while an
 * id alone is soon given to another.
 *
 * @returns undefined when no such process runs.
 */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxStart(pid);
    const text = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    const [, state, start] = /^(\S+)\s+(.+?)\s*$/.exec(text) ?? [];
    return state?.startsWith('Z') ? undefined : start;
  } catch {
    return undefined;
  }
}

/** Fields 3 and 22 of /proc/PID/stat (proc_pid_stat(5)); the name in field 2 may hold spaces. */
function linuxStart(pid: number): string | undefined {
  const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is dead, only nobody has asked how it ended yet.
  return fields[0] === 'Z' ? undefined : fields[19];
}
