const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the next try: doubling, bounded, and spread, so that a
 * restarted server is not met by every tablet at once.
 *
 * @param losses in a row before this one, from 0. @param random uniform in [0, 1).
 * @returns milliseconds between half and the whole of the doubled pause.
 */
export function retryDelayMs(losses: number, random: number): number {
  const pauseMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** losses);
  return pauseMs * (0.5 + random / 2);
}
