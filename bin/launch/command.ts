import { spawn } from 'node:child_process';
import { StartFailure } from './failure';
import type { Stoppers } from './stoppers';

const LINES_SHOWN = 30;

export interface Command {
  /** As in "Building stopped: …". */
  readonly title: string;
  /** A script to run with this Node. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Runs a Node script to its end, silently unless it fails.
 *
 * @throws StartFailure with the last lines that it printed.
 */
export async function runNode(command: Command, stoppers: Stoppers): Promise<void> {
  const child = spawn(process.execPath, [command.script, ...command.args], {
    env: command.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);

  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const forget = stoppers.add(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const code = await ended;
  forget();
  if (code === 0) return;
  if (output.includes('ENOSPC'))
    throw new StartFailure(`${command.title} stopped: the disk is full.`);
  const shown = output.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
  throw new StartFailure(`${shown}\n${command.title} stopped: see the lines above.`);
}
