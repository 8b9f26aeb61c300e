import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { ProblemCode } from '@/lib/api/problems';
import { attackSince, budgetOf, ROW_MS, strictest } from '@/lib/access/face-budget';
import { now } from '../clock';
import { raiseAlarm } from '../db/alarms-store';
import {
  deleteTries,
  deleteTry,
  findTries,
  insertTry,
  type FailedTry,
} from '../db/face-tries-store';
import { keyedHash } from '../sealing/keyed-hash';
import { done, refused, refusedFor, type Failure, type Result } from '../result';

/** Whose face is tried, from what device and from where. */
export interface FaceTry {
  /** Whom the claim leaves, in whatever number. */
  readonly candidateIds: readonly string[];
  readonly terminalId: string | null;
  /** The own phone's; a terminal counts as itself, whatever key it has. */
  readonly deviceId: string | null;
  /** As `addressOf` counts it. */
  readonly address: string;
}

/** A face was looked at and not believed; whatever else goes wrong costs nothing. */
const REFUSED_FACES: readonly ProblemCode[] = ['try-again', 'more-light', 'face-unknown'];

/** Whether a challenge may be made at all. @returns what stands against it. */
export async function overBudget(face: FaceTry): Promise<Failure | undefined> {
  const at = now();
  return refusalBy(await findTries(subjectsOf(face), rowsSince(at)), at);
}

/**
 * Judges a face if the budget allows it; an acceptance ends the rows of this person, device and
 * address. The try counts as failed before the judgement begins, so that challenges taken in
 * stock and answered all at once are not judged all at once.
 *
 * @param judge gives whoever was recognised
 */
export async function judgeWithinBudget<T extends { readonly shopperId: string }>(
  face: FaceTry,
  judge: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return spending(face, judge, (_, { shopperId }) => forgetRefusedFaces(face, shopperId));
}

/** The same for a greeting, which is no acceptance: the row goes on, only this try is free. */
export async function greetWithinBudget<T>(
  face: FaceTry,
  greet: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return spending(face, greet, (tryId) => deleteTry(tryId, subjectsOf(face)));
}

/** Somebody proved otherwise who they are: by face, or by PIN. */
export async function forgetRefusedFaces(
  place: Omit<FaceTry, 'candidateIds'>,
  shopperId: string,
): Promise<void> {
  await deleteTries(subjectsOf({ ...place, candidateIds: [shopperId] }), shopperId);
}

async function spending<T>(
  face: FaceTry,
  judge: () => Promise<Result<T>>,
  onAccepted: (tryId: string, value: T) => Promise<void>,
): Promise<Result<T>> {
  const at = now();
  const tryId = uuidv7();
  const counted = await count(tryId, face, at);
  if (!counted.ok) return counted;
  const judged = await judge();
  if (judged.ok) await onAccepted(tryId, judged.value);
  else if (!REFUSED_FACES.includes(judged.code)) await deleteTry(tryId, subjectsOf(face));
  else await warnStaff(face, counted.value, at);
  return judged;
}

/**
 * Counts the try, if the budget allows it after all that were counted before.
 *
 * @returns those before it
 */
async function count(
  tryId: string,
  face: FaceTry,
  at: Date,
): Promise<Result<readonly FailedTry[]>> {
  const subjects = subjectsOf(face);
  const since = rowsSince(at);
  for (;;) {
    const earlier = await findTries(subjects, since);
    const over = refusalBy(earlier, at);
    if (over) return over;
    const seen = earlier.map(({ id }) => id);
    if (await insertTry(tryId, subjects, { at, since, seen })) return done(earlier);
    // Another one was counted in between; of all that come at once, one goes on each time.
  }
}

function rowsSince(at: Date): Date {
  return new Date(at.getTime() - ROW_MS);
}

function refusalBy(failed: readonly FailedTry[], at: Date): Failure | undefined {
  const subjects = [...new Set(failed.map(({ subject }) => subject))];
  const verdict = strictest(subjects.map((subject) => budgetOf(timesOf(failed, subject), at)));
  switch (verdict.kind) {
    case 'go-on':
      return undefined;
    case 'wait':
      return refusedFor(Math.ceil((verdict.until.getTime() - at.getTime()) / 1000));
    case 'other-ways':
      return refused('use-another-way');
    default:
      return verdict satisfies never;
  }
}

async function warnStaff(
  { terminalId }: FaceTry,
  earlier: readonly FailedTry[],
  at: Date,
): Promise<void> {
  if (terminalId === null) return;
  const times = [...timesOf(earlier, deviceSubject(terminalId)), at];
  const since = attackSince(times, at);
  // As of the latest try, whichever was judged first: all that came at once is one attack.
  const latest = Math.max(...times.map((time) => time.getTime()));
  if (since) await raiseAlarm(terminalId, since, new Date(latest));
}

function timesOf(failed: readonly FailedTry[], subject: string): readonly Date[] {
  return failed.filter((one) => one.subject === subject).map(({ failedAt }) => failedAt);
}

/**
 * A person is counted only where the claim leaves one. Four digits may leave several, and none of
 * them was tried more than the others: counted all, a stranger who fails with these digits would
 * lock out every regular who shares them.
 */
function subjectsOf({ candidateIds, terminalId, deviceId, address }: FaceTry): readonly string[] {
  const [person, ...others] = candidateIds;
  const device = terminalId ?? deviceId;
  return [
    ...(person !== undefined && others.length === 0 ? [`face:person:${person}`] : []),
    ...(device === null ? [] : [deviceSubject(device)]),
    `face:address:${keyedHash('address', address).toString('base64url')}`,
  ];
}

function deviceSubject(id: string): string {
  return `face:device:${id}`;
}
