import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type RunningPostgres } from '../postgres/embedded-postgres';
import { sentenceFor } from './failure';
import type { Stoppers } from './stoppers';

/** So many ends within {@link WINDOW_MS} are taken for accidents; after more there is a pause. */
const ENDS_MAX = 5;
const WINDOW_MS = 60_000;
const PAUSE_MS = 500;
const PAUSE_MAX_MS = 10_000;
const LOOK_MS = 250;

type Start = () => Promise<{ readonly ended: Promise<void> }>;

/**
 * Starts something, and again whenever it ends by itself: a shop must get going again at three
 * in the morning, without anybody at the terminal.
 *
 * @returns when everything is being stopped
 * @throws StartFailure when the first start fails; later ones are tried again
 */
export async function keepUp(
  name: string,
  start: Start,
  stoppers: Stoppers,
  say: (text: string) => void,
): Promise<void> {
  const ends: number[] = [];
  let { ended } = await start();
  for (;;) {
    await ended;
    if (stoppers.stopping) return;
    ends.push(Date.now());
    say(`${name} ended by itself; starting it again`);
    await sleep(pauseAfter(ends));
    ({ ended } = await start().catch((error: unknown) => {
      say(sentenceFor(error));
      return { ended: Promise.resolve() };
    }));
  }
}

/** Nothing at first; what ends again and again is started more and more slowly. */
function pauseAfter(ends: readonly number[]): number {
  const many = ends.filter((at) => at > Date.now() - WINDOW_MS).length - ENDS_MAX;
  return many > 0 ? Math.min(PAUSE_MS * 2 ** many, PAUSE_MAX_MS) : 0;
}

/**
 * The data folder's PostgreSQL, brought back under the same address when it dies.
 *
 * @returns its address, once it answers; `over` resolves when everything is being stopped
 */
export async function keepDatabase(
  dataDir: string,
  stoppers: Stoppers,
  say: (text: string) => void,
): Promise<{ readonly url: string; readonly over: Promise<void> }> {
  let postgres = await startPostgres({ dataDir });
  const { url } = postgres;
  const port = Number(new URL(url).port);
  stoppers.add(() => postgres.stop());
  let first = true;
  const start = async () => {
    if (!first) postgres = await startPostgres({ dataDir, port });
    first = false;
    return { ended: gone(postgres, stoppers) };
  };
  return { url, over: keepUp('PostgreSQL', start, stoppers, say) };
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
