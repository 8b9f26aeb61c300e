import { spawn } from 'node:child_process';
import type { Stoppers } from '../launch/stoppers';

/**
 * Runs a tool of `node_modules` in the open: what it prints is seen as it comes.
 *
 * @returns whether it ended well.
 */
export async function runTool(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stoppers: Stoppers,
): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const forget = stoppers.add(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const code = await ended;
  forget();
  return code === 0;
}
