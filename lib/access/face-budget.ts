/** What may still be tried with a face. */
export type BudgetVerdict =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'other-ways' };

/** NIST SP 800-63B-4, 3.2.3: at most five failed faces in a row, then a growing delay. */
const WAITS_FROM = 5;
const FIRST_WAIT_MS = 30_000;
/** From then on a face opens nothing; whoever waits instead begins a new row after the rest. */
const OTHER_WAYS_FROM = 10;
/** So long without a try, and what was before is forgotten. */
export const REST_MS = 60 * 60 * 1000;
/** A row cannot be longer: ten failures, each less than a rest after the one before. */
export const ROW_MS = OTHER_WAYS_FROM * REST_MS;

/** So many refused faces within so short a time look like an attack rather than bad light. */
const ATTACK_FAILURES = 3;
const ATTACK_WITHIN_MS = 10 * 60 * 1000;
/** What happened an hour ago cannot be looked at any more. */
export const ALARM_SHOWN_MS = 60 * 60 * 1000;

const GO_ON: BudgetVerdict = { kind: 'go-on' };

/**
 * The budget of one subject: a person, a device or a network address.
 *
 * @param failedAt refused faces since the subject's last success, in any order
 * @ensures the delay counts from the last failure and doubles with each: 30 s after the fifth,
 *   8 min after the ninth; from the tenth on only the other ways
 */
export function budgetOf(failedAt: readonly Date[], at: Date): BudgetVerdict {
  const row = rowOf(failedAt, at);
  const last = row.at(-1);
  if (last === undefined || row.length < WAITS_FROM) return GO_ON;
  if (row.length >= OTHER_WAYS_FROM) return { kind: 'other-ways' };
  const untilMs = last + FIRST_WAIT_MS * 2 ** (row.length - WAITS_FROM);
  return untilMs <= at.getTime() ? GO_ON : { kind: 'wait', until: new Date(untilMs) };
}

/** What all subjects of a try allow together: the strictest of their verdicts. */
export function strictest(verdicts: readonly BudgetVerdict[]): BudgetVerdict {
  return verdicts.reduce((hardest, next) => (isStricter(next, hardest) ? next : hardest), GO_ON);
}

/**
 * Whether a terminal's staff should have a look.
 *
 * @param failedAt refused faces at the terminal since it last accepted somebody, in any order
 * @returns null, or since when it looks like an attack: an alarm raised after that has told of
 *   it already, so that the staff hear of three more, not of each one
 */
export function attackSince(failedAt: readonly Date[], at: Date): Date | null {
  const from = at.getTime() - ATTACK_WITHIN_MS;
  const recent = inOrder(failedAt).filter((ms) => ms > from);
  const first = recent.at(-ATTACK_FAILURES);
  return first === undefined ? null : new Date(first);
}

function isStricter(one: BudgetVerdict, other: BudgetVerdict): boolean {
  if (one.kind === 'wait' && other.kind === 'wait') return one.until > other.until;
  const order = ['go-on', 'wait', 'other-ways'];
  return order.indexOf(one.kind) > order.indexOf(other.kind);
}

/** The failures that belong together: from the latest back to the first rest. */
function rowOf(failedAt: readonly Date[], at: Date): readonly number[] {
  const row: number[] = [];
  let nextMs = at.getTime();
  for (const ms of inOrder(failedAt).toReversed()) {
    if (nextMs - ms >= REST_MS) break;
    row.unshift(ms);
    nextMs = ms;
  }
  return row;
}

function inOrder(times: readonly Date[]): readonly number[] {
  return times.map((time) => time.getTime()).toSorted((a, b) => a - b);
}
