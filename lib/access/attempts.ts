/** So many attempts within so much time, the latest included. */
export interface Limit {
  readonly attemptsMax: number;
  readonly withinMs: number;
}

/**
 * How the attempts of one subject are limited. `windows`: by every one of these limits; the longer
 * ones make the pauses grow. `row`: failures in a row, with a delay that doubles.
 */
export type Rule =
  { readonly kind: 'windows'; readonly limits: readonly Limit[] } | { readonly kind: 'row' };

/** What may still be attempted. */
export type Verdict =
  /** `room`: so many more at this moment, before the verdict has to be asked for again. */
  { readonly kind: 'go-on'; readonly room: number } | Stop;

export type Stop =
  | { readonly kind: 'wait'; readonly until: Date }
  /** Only another way leads on: no attempt, and no waiting for one. */
  | { readonly kind: 'other-ways' };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** NIST SP 800-63B-4, 3.2.3: at most five failed faces in a row, then a growing delay. */
const WAITS_FROM = 5;
const FIRST_WAIT_MS = 30_000;
/** From then on a face opens nothing; whoever waits instead begins a new row after the rest. */
const OTHER_WAYS_FROM = 10;
/** So long without an attempt, and what was before is forgotten. */
const REST_MS = HOUR_MS;
/** A row cannot be longer: ten failures, each less than a rest after the one before. */
const ROW_MS = OTHER_WAYS_FROM * REST_MS;

/** Attempts longer ago do not count under this rule. */
export function horizonMs(rule: Rule): number {
  return rule.kind === 'row' ? ROW_MS : Math.max(...rule.limits.map(({ withinMs }) => withinMs));
}

/**
 * What one subject allows now.
 *
 * @param attemptedAt what counts against it, in any order
 */
export function verdictOf(rule: Rule, attemptedAt: readonly Date[], at: Date): Verdict {
  const times = inOrder(attemptedAt);
  if (rule.kind === 'row') return rowVerdict(times, at);
  return strictest(rule.limits.map((limit) => windowVerdict(limit, times, at)));
}

/** What all subjects of an attempt allow together: the strictest of their verdicts. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((hardest, next) => (isStricter(next, hardest) ? next : hardest), {
    kind: 'go-on',
    room: Infinity,
  });
}

/**
 * Whether a terminal's staff should have a look.
 *
 * @param failedAt failures at the terminal, in any order
 * @returns null, or since when there were `failuresMin` of them within the time of the limit: an
 *   alarm raised after that has told of it already, so that the staff hear of so many more, not of
 *   each one
 */
export function attackSince(
  failedAt: readonly Date[],
  at: Date,
  { attemptsMax, withinMs }: Limit,
): Date | null {
  const recent = inOrder(failedAt).filter((ms) => ms > at.getTime() - withinMs);
  const first = recent.at(-attemptsMax);
  return first === undefined ? null : new Date(first);
}

/** @ensures a wait ends when the oldest of the last `attemptsMax` leaves the window */
function windowVerdict(
  { attemptsMax, withinMs }: Limit,
  times: readonly number[],
  at: Date,
): Verdict {
  const recent = times.filter((ms) => ms > at.getTime() - withinMs);
  const first = recent.at(-attemptsMax);
  return first === undefined
    ? { kind: 'go-on', room: attemptsMax - recent.length }
    : { kind: 'wait', until: new Date(first + withinMs) };
}

/**
 * @ensures the delay counts from the last failure and doubles with each: 30 s after the fifth,
 *   8 min after the ninth; from the tenth on only the other ways
 */
function rowVerdict(times: readonly number[], at: Date): Verdict {
  const row = rowOf(times, at);
  const last = row.at(-1);
  if (last === undefined || row.length < WAITS_FROM)
    return { kind: 'go-on', room: WAITS_FROM - row.length };
  if (row.length >= OTHER_WAYS_FROM) return { kind: 'other-ways' };
  const untilMs = last + FIRST_WAIT_MS * 2 ** (row.length - WAITS_FROM);
  return untilMs <= at.getTime()
    ? { kind: 'go-on', room: 1 }
    : { kind: 'wait', until: new Date(untilMs) };
}

function isStricter(one: Verdict, other: Verdict): boolean {
  if (one.kind === 'wait' && other.kind === 'wait') return one.until > other.until;
  if (one.kind === 'go-on' && other.kind === 'go-on') return one.room < other.room;
  const order = ['go-on', 'wait', 'other-ways'];
  return order.indexOf(one.kind) > order.indexOf(other.kind);
}

/** The failures that belong together: from the latest back to the first rest. */
function rowOf(times: readonly number[], at: Date): readonly number[] {
  const row: number[] = [];
  let nextMs = at.getTime();
  for (const ms of times.toReversed()) {
    if (nextMs - ms >= REST_MS) break;
    row.unshift(ms);
    nextMs = ms;
  }
  return row;
}

function inOrder(times: readonly Date[]): readonly number[] {
  return times.map((time) => time.getTime()).toSorted((a, b) => a - b);
}
