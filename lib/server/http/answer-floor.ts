import { setTimeout as wait } from 'node:timers/promises';

/**
 * How long every answer about a face takes at least, in ms. Chosen to lie above
 * the work itself (opening a gallery, judging a trace, posting the hold; figures in decision 0065),
 * so that a refusal at the first check, one at the last and an acceptance look the same; and short
 * beside a smile, which takes seconds.
 */
export const ANSWER_FLOOR_MS = 180;

/** A clock that only goes forward, and a way to sleep by it. */
export interface Stopwatch {
  readonly nowMs: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}

const REAL: Stopwatch = { nowMs: () => performance.now(), wait };

/**
 * Does the work, and answers when it is done, but no sooner than `floorMs` after it was asked.
 * A fault waits as well: that something broke at once would tell as much.
 */
export async function answerNoSoonerThan<T>(
  floorMs: number,
  work: () => Promise<T>,
  { nowMs, wait }: Stopwatch = REAL,
): Promise<T> {
  const from = nowMs();
  try {
    return await work();
  } finally {
    // A timer may fire a fraction early: then once more.
    const leftMs = () => from + floorMs - nowMs();
    while (leftMs() > 0) await wait(Math.ceil(leftMs()));
  }
}
