import { AsyncLocalStorage } from 'node:async_hooks';

/** Something else than the machine's clock, for whatever runs inside {@link atTime}. */
const borrowed = new AsyncLocalStorage<() => Date>();

/** The server's time; the one place that reads the clock. Pure code takes it as a parameter. */
export function now(): Date {
  return borrowed.getStore()?.() ?? new Date();
}

/**
 * Runs something as if it were another time, so that time limits can be tried without waiting
 * and what a job does can be asked for a moment. Only what `run` calls sees it; requests that
 * are served meanwhile do not.
 */
export function atTime<T>(time: Date, run: () => T): T {
  return borrowed.run(() => time, run);
}

/** As {@link atTime}, so much later than it is. */
export function later<T>(milliseconds: number, run: () => T): T {
  return atTime(new Date(now().getTime() + milliseconds), run);
}
