import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type RunningPostgres } from '../../lib/server/db/embedded-postgres';
import { StartFailure } from './failure';
import type { Stoppers } from './stoppers';

/** More ends than this within {@link WINDOW_MS} are no accident: somebody has to look. */
const ENDS_MAX = 5;
const WINDOW_MS = 60_000;
const LOOK_MS = 250;

/**
 * Starts something again whenever it ends by itself: a shop must get going again at three in
 * the morning, without anybody at the terminal.
 *
 * @returns when everything is being stopped
 * @throws StartFailure when it ends again and again
 */
export async function keepUp(
  name: string,
  start: () => Promise<{ readonly ended: Promise<void> }>,
  stoppers: Stoppers,
  say: (text: string) => void,
): Promise<void> {
  const ends: number[] = [];
  for (;;) {
    const { ended } = await start();
    await ended;
    if (stoppers.stopping) return;
    ends.push(Date.now());
    if (ends.filter((at) => at > Date.now() - WINDOW_MS).length > ENDS_MAX) {
      throw new StartFailure(`${name} ends again and again: see the lines above.`);
    }
    say(`${name} ended by itself; starting it again`);
  }
}

/**
 * The data folder's PostgreSQL, brought back under the same address when it dies.
 *
 * @returns its address, once it answers; `failed` rejects when it cannot be brought back
 */
export async function keepDatabase(
  dataDir: string,
  stoppers: Stoppers,
  say: (text: string) => void,
): Promise<{ readonly url: string; readonly failed: Promise<void> }> {
  let postgres = await startPostgres({ dataDir });
  const { url } = postgres;
  const port = Number(new URL(url).port);
  stoppers.add(() => postgres.stop());
  const again = async () => {
    postgres = await startPostgres({ dataDir, port });
    return { ended: gone(postgres, stoppers) };
  };
  const first = gone(postgres, stoppers);
  const failed = first.then(async () => {
    if (stoppers.stopping) return;
    say('PostgreSQL ended by itself; starting it again');
    await keepUp('PostgreSQL', again, stoppers, say);
  });
  return { url, failed };
}

/** It is nobody's child when an earlier run had started it, so its end is looked for. */
async function gone({ pid }: RunningPostgres, stoppers: Stoppers): Promise<void> {
  while (!stoppers.stopping && isAlive(pid)) await sleep(LOOK_MS, undefined, { ref: false });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
