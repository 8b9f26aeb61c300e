import { CHALLENGE_LENGTHS, type ChallengeLength } from '@/lib/liveness/challenge';
import type { ColourAnswer } from './books';
import { upper95 } from './interval';

/** How one try ended. */
export interface Try {
  readonly length: ChallengeLength;
  /** The money is held. */
  readonly accepted: boolean;
  /** The answer's code, or why there was nothing to send. */
  readonly reason: string;
  /** Names of the checks that failed, where the evidence was judged. */
  readonly failed: readonly string[];
  readonly colour: ColourAnswer;
}

export interface AttackFigures {
  readonly tried: number;
  readonly accepted: number;
  /** Attack presentation classification error rate (ISO/IEC 30107-3). */
  readonly apcer: number;
  readonly apcerUpper95: number;
  readonly byChallenge: Readonly<Record<ChallengeLength, { tried: number; accepted: number }>>;
  readonly reasons: Readonly<Record<string, number>>;
  /** How often the skin showed the screen's light. */
  readonly colours: Readonly<Record<string, number>>;
}

export function attackFigures(tries: readonly Try[]): AttackFigures {
  const accepted = tries.filter((one) => one.accepted).length;
  const of = (length: ChallengeLength) => {
    const own = tries.filter((one) => one.length === length);
    return { tried: own.length, accepted: own.filter((one) => one.accepted).length };
  };
  return {
    tried: tries.length,
    accepted,
    apcer: share(accepted, tries.length),
    apcerUpper95: rounded(upper95(accepted, tries.length)),
    byChallenge: byLength(of),
    reasons: countBy(tries.map(({ reason }) => reason)),
    colours: countBy(tries.map(({ colour }) => colour)),
  };
}

/** A payment that a real shopper tried to make. */
export interface GenuineTry extends Try {
  readonly face: string;
  /** From the face check's start to its end; NaN where the person is not one of the measured. */
  readonly faceCheckMs: number;
}

export function genuineFigures(tries: readonly GenuineTry[]) {
  const refused = tries.filter(({ accepted }) => !accepted);
  const timed = (length: ChallengeLength) =>
    tries.filter((one) => one.length === length && one.accepted && !Number.isNaN(one.faceCheckMs));
  return {
    faces: new Set(tries.map(({ face }) => face)).size,
    tried: tries.length,
    refused: refused.length,
    /** Bona fide presentation classification error rate (ISO/IEC 30107-3). */
    bpcer: share(refused.length, tries.length),
    bpcerUpper95: rounded(upper95(refused.length, tries.length)),
    medianMs: byLength((length) =>
      Math.round(median(timed(length).map(({ faceCheckMs }) => faceCheckMs))),
    ),
    reasons: countBy(tries.map(({ reason }) => reason)),
    colours: countBy(tries.map(({ colour }) => colour)),
    byFace: countBy(refused.map(({ face }) => face)),
  };
}

function byLength<T>(of: (length: ChallengeLength) => T): Record<ChallengeLength, T> {
  const [short, long, thorough] = CHALLENGE_LENGTHS;
  return { short: of(short), long: of(long), thorough: of(thorough) };
}

/** How many tries of each kind failed each check. */
export function checkFigures(
  tries: Readonly<Record<string, readonly Try[]>>,
): Record<string, Record<string, number>> {
  const figures: Record<string, Record<string, number>> = {};
  for (const [kind, own] of Object.entries(tries)) {
    for (const [check, count] of Object.entries(countBy(own.flatMap(({ failed }) => failed)))) {
      figures[check] = { ...figures[check], [kind]: count };
    }
  }
  return figures;
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** @returns NaN for nothing. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? NaN) + upper) / 2;
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : rounded(part / of);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
