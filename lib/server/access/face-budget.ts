import 'server-only';
import type { ProblemCode } from '@/lib/api/problems';
import type { Stop } from '@/lib/access/attempts';
import type { SubjectKind } from '@/lib/access/limits';
import { addressKey, attempt, secondsUntil, stopFor, takeBackOwn, type Subject } from './attempts';
import { warnStaff } from './warn-staff';
import { now } from '../clock';
import { findPhoneIds } from '../db/devices-store';
import { refused, refusedFor, type Failure, type Result } from '../result';

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

/** A face was looked at and not believed. */
const REFUSED_FACES: readonly ProblemCode[] = ['try-again', 'more-light', 'face-unknown'];

/**
 * What a refusal counts against. A step-up is no refused face, but a look-alike gets as far as
 * that, so it has limits of its own; whatever else goes wrong costs nothing.
 */
function costs(code: ProblemCode, kind: SubjectKind): boolean {
  return kind.startsWith('step-up:') ? code === 'one-more-thing' : REFUSED_FACES.includes(code);
}

const BUDGETS = ['face', 'step-up'] as const;
type Budget = (typeof BUDGETS)[number];

/** Whether a challenge may be made at all. @returns what stands against it. */
export async function overBudget(face: FaceTry): Promise<Failure | undefined> {
  const at = now();
  const stop = await stopFor(subjectsOf(face), at);
  return stop && stoppedFace(stop, at);
}

/**
 * Judges a face if the budget allows it; an acceptance takes back what was tried for this person.
 *
 * @param judge gives whoever was recognised
 */
export async function judgeWithinBudget<T extends { readonly shopperId: string }>(
  face: FaceTry,
  judge: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return attempt({
    ...trialOf(face),
    judge,
    onAccepted: ({ shopperId }) => forgetRefusedFaces(face, shopperId),
  });
}

/** The same for a greeting, which is no acceptance: only this try is free. */
export async function greetWithinBudget<T>(
  face: FaceTry,
  greet: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return attempt({ ...trialOf(face), judge: greet });
}

/**
 * Somebody proved otherwise who they are, by face or by PIN: their own row ends, and what was tried
 * for them no longer counts against this device, this address and their own phones. What was tried
 * for others counts on: an attacker with an account must not begin anew by paying in between.
 */
export async function forgetRefusedFaces(
  place: Omit<FaceTry, 'candidateIds'>,
  shopperId: string,
): Promise<void> {
  const phones = await findPhoneIds(shopperId);
  for (const budget of BUDGETS) {
    await takeBackOwn({ kind: `${budget}:person`, id: shopperId }, [
      ...placesOf(budget, place),
      ...phones.map((id): Subject => ({ kind: `${budget}:device`, id })),
    ]);
  }
}

function trialOf(face: FaceTry) {
  const { terminalId } = face;
  return {
    subjects: subjectsOf(face),
    stopped: stoppedFace,
    costs,
    onRefused: async () => {
      if (terminalId !== null)
        await warnStaff(terminalId, 'faces', { kind: 'face:device', id: terminalId });
    },
  };
}

function stoppedFace(stop: Stop, at: Date): Failure {
  const seconds = secondsUntil(stop, at);
  return seconds === undefined ? refused('use-another-way') : refusedFor(seconds);
}

/**
 * A person is counted only where the claim leaves one. Four digits may leave several, and none of
 * them was tried more than the others: counted all, a stranger who fails with these digits would
 * lock out every regular who shares them.
 */
function subjectsOf(face: FaceTry): readonly Subject[] {
  const [person, ...others] = face.candidateIds;
  return BUDGETS.flatMap((budget): readonly Subject[] => [
    ...(person !== undefined && others.length === 0
      ? [{ kind: `${budget}:person` as const, id: person }]
      : []),
    ...placesOf(budget, face),
  ]);
}

function placesOf(
  budget: Budget,
  { terminalId, deviceId, address }: Omit<FaceTry, 'candidateIds'>,
): readonly Subject[] {
  const device = terminalId ?? deviceId;
  return [
    ...(device === null ? [] : [{ kind: `${budget}:device` as const, id: device }]),
    { kind: `${budget}:address`, id: addressKey(address) },
  ];
}
