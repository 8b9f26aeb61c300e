import type { HintCode } from './quality';

/** What is on the screen, and what would like to be. */
export interface SteadyHint {
  readonly shown: HintCode | null;
  readonly shownSinceMs: number;
  readonly wanted: HintCode | null;
  readonly wantedSinceMs: number;
}

/** A hint must be wanted this long before it replaces another. */
const WANTED_MS = 300;

/** And what is shown stays this long, so that it can be read. */
const SHOWN_MS = 900;

export const NO_HINT: SteadyHint = {
  shown: null,
  shownSinceMs: -Infinity,
  wanted: null,
  wantedSinceMs: -Infinity,
};

/**
 * Hints come from single frames and would flicker; this follows them slowly.
 *
 * @requires `nowMs` never runs backwards.
 * @ensures a change of `shown` lies at least 900 ms after the one before, except that the
 * first hint after none needs only 300 ms of being wanted.
 */
export function followHint(hint: SteadyHint, wanted: HintCode | null, nowMs: number): SteadyHint {
  const wantedSinceMs = wanted === hint.wanted ? hint.wantedSinceMs : nowMs;
  const followed = { ...hint, wanted, wantedSinceMs };
  if (wanted === hint.shown) return followed;
  const readLongEnough = hint.shown === null || nowMs - hint.shownSinceMs >= SHOWN_MS;
  const wantedLongEnough = nowMs - wantedSinceMs >= WANTED_MS;
  if (!readLongEnough || !wantedLongEnough) return followed;
  return { ...followed, shown: wanted, shownSinceMs: nowMs };
}
