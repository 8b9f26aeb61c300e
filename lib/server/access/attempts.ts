import 'server-only';
import { newUuid } from '@/lib/ids/uuid';
import type { ProblemCode } from '@/lib/api/problems';
import { horizonMs, strictest, verdictOf, type Stop } from '@/lib/access/attempts';
import { LIMITS, type SubjectKind } from '@/lib/access/limits';
import { now } from '../clock';
import {
  countAttempt,
  deleteAttempt,
  deleteAttemptsAt,
  findAttempts,
  type CountedSubject,
} from '../db/attempts-store';
import { keyedHash } from '../keys/keyed-hash';
import { done, type Failure, type Result } from '../result';

/** What an attempt counts against: a person, a place, or a person at a place. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** An attempt that was let in, and counts until it is taken back. */
export interface Attempt {
  readonly id: string;
  readonly at: Date;
  /** How many count against this kind of subject, this one included; 0 where none does. */
  readonly positionAt: (kind: SubjectKind) => number;
}

export interface Trial<T> {
  readonly subjects: readonly Subject[];
  /** What is answered when no more may be attempted now. */
  readonly stopped: (stop: Stop, at: Date) => Failure;
  /** Whether a refusal costs this kind of subject the attempt; else it is taken back from it. */
  readonly costs: (code: ProblemCode, kind: SubjectKind) => boolean;
  readonly judge: () => Promise<Result<T>>;
  /** What the success takes back, besides the attempt itself. */
  readonly onAccepted?: (value: T) => Promise<void>;
  readonly onRefused?: (attempt: Attempt) => Promise<void>;
}

/**
 * Judges, if all subjects allow one more attempt. It counts as failed before it is judged, so that
 * of many at once no more are judged than of many in turn, and a process that dies gives none away.
 */
export async function attempt<T>(trial: Trial<T>): Promise<Result<T>> {
  const { subjects, judge } = trial;
  const counted = await count(trial);
  if (!counted.ok) return counted;
  const judged = await judge();
  if (judged.ok) {
    await takeBack(counted.value, subjects);
    await trial.onAccepted?.(judged.value);
    return judged;
  }
  const free = subjects.filter(({ kind }) => !trial.costs(judged.code, kind));
  await takeBack(counted.value, free);
  if (free.length < subjects.length) await trial.onRefused?.(counted.value);
  return judged;
}

/** Counts something that is never taken back, such as a new account. */
export async function count({
  subjects,
  stopped,
}: Pick<Trial<unknown>, 'subjects' | 'stopped'>): Promise<Result<Attempt>> {
  const id = newUuid();
  const at = now();
  for (;;) {
    const standing = await standingOf(subjects, at);
    const verdict = strictest(standing.map(({ verdict }) => verdict));
    if (verdict.kind !== 'go-on') return stopped(verdict, at);
    const counts = await countAttempt(id, at, standing.map(withBound));
    if (counts) return done({ id, at, positionAt: (kind) => positionAt(kind, subjects, counts) });
    // Others used up the room in between: the verdict is asked for again.
  }
}

/** @returns what stands against an attempt now, without making one. */
export async function stopFor(subjects: readonly Subject[], at: Date): Promise<Stop | undefined> {
  const verdict = strictest((await standingOf(subjects, at)).map(({ verdict }) => verdict));
  return verdict.kind === 'go-on' ? undefined : verdict;
}

/** When this subject was attempted, within the time that counts. */
export async function attemptsAt(subject: Subject, at: Date): Promise<readonly Date[]> {
  const rows = await findAttempts([countedSubject(subject, at)]);
  return rows.map(({ attemptedAt }) => attemptedAt);
}

/** As if this one had not been. */
export async function takeBack({ id }: Attempt, subjects: readonly Subject[]): Promise<void> {
  await deleteAttempt(id, subjects.map(nameOf));
}

/**
 * Takes back what counts against `own`, from it and from these other subjects: whoever was right
 * takes the own mistakes from the place's count, and nobody else's.
 */
export async function takeBackOwn(own: Subject, others: readonly Subject[]): Promise<void> {
  await deleteAttemptsAt(nameOf(own), [own, ...others].map(nameOf));
}

/** Whole seconds from `at` until an attempt is allowed again. */
export function secondsUntil(stop: Stop, at: Date): number | undefined {
  if (stop.kind === 'other-ways') return undefined;
  return Math.max(1, Math.ceil((stop.until.getTime() - at.getTime()) / 1000));
}

/** Addresses and phone numbers are never stored, only their keyed hash. */
export function addressKey(address: string): string {
  return keyedHash('address', address).toString('base64url');
}

/** @param login the phone number or email, known here or not: both look the same. */
export function personKey(login: string): string {
  return keyedHash('person', login).toString('base64url');
}

async function standingOf(subjects: readonly Subject[], at: Date) {
  const asked = subjects.map(({ kind, id }) => ({ kind, ...countedSubject({ kind, id }, at) }));
  const rows = await findAttempts(asked);
  return asked.map(({ kind, name, since }) => {
    const times = rows.filter(({ subject }) => subject === name);
    const attemptedAt = times.map(({ attemptedAt }) => attemptedAt);
    return { name, since, seen: times.length, verdict: verdictOf(LIMITS[kind], attemptedAt, at) };
  });
}

type Standing = Awaited<ReturnType<typeof standingOf>>[number];

function withBound({ name, since, seen, verdict }: Standing) {
  return { name, since, below: seen + (verdict.kind === 'go-on' ? verdict.room : 0) };
}

function countedSubject(subject: Subject, at: Date): CountedSubject {
  const since = new Date(at.getTime() - horizonMs(LIMITS[subject.kind]));
  return { name: nameOf(subject), since };
}

function positionAt(
  kind: SubjectKind,
  subjects: readonly Subject[],
  counts: readonly number[],
): number {
  return counts[subjects.findIndex((subject) => subject.kind === kind)] ?? 0;
}

function nameOf({ kind, id }: Subject): string {
  return `${kind}:${id}`;
}
