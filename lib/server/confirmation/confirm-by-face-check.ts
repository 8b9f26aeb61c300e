import 'server-only';
import { confirmIntent, type ConfirmedIntent } from '@/lib/intents/confirmation';
import type { EnrolmentIntent, Intent, PaymentIntent } from '@/lib/intents/intent';
import type { Descriptor } from '@/lib/recognition/descriptor';
import type { Check } from '@/lib/recognition/check';
import { checkSameFace } from '@/lib/recognition/enrolment';
import type { MatchDecision } from '@/lib/recognition/match';
import { judgeWithinBudget, type FaceTry } from '../access/face-budget';
import { reportUnreadableFace } from '../access/warn-staff';
import { now } from '../clock';
import { recordAssessment, type ChallengeRow, type Outcome } from '../db/challenges-store';
import { checkRepeat } from '../liveness/check-repeat';
import {
  verifyFaceCheck,
  type Answerer,
  type VerifiedFaceCheck,
} from '../liveness/verify-face-check';
import { openPictures } from '../recognition/enrolment-pictures';
import { offerPicture } from '../recognition/offered-picture';
import { matchFaces, type Matched } from '../recognition/match-faces';
import { done, refused, type Result } from '../result';
import { offerNewPictures } from './offer-new-pictures';
import { permitted } from './permitted';

/** What came back for a challenge, and from where. */
export interface FaceCheckAnswer {
  readonly challenge: ChallengeRow;
  /** The evidence as its device signed it. */
  readonly signed: string;
  readonly answerer: Answerer;
  /** As `addressOf` counts it. */
  readonly address: string;
}

/** A face pays: consumes the challenge, judges the evidence, and decides who it is, if anybody. */
export async function confirmByFaceCheck(
  intent: PaymentIntent,
  answer: FaceCheckAnswer,
): Promise<Result<ConfirmedIntent<PaymentIntent>>> {
  const { candidateIds } = answer.challenge;
  const recognised = await judgeWithinBudget({ ...placeOf(answer), candidateIds }, async () => {
    const verified = await verifyFaceCheck(answer.challenge, answer.signed, answer.answerer);
    return verified.ok ? recognise(verified.value) : verified;
  });
  return recognised.ok ? confirmedBy(intent, recognised.value) : recognised;
}

export interface ConfirmedEnrolment {
  readonly confirmed: ConfirmedIntent<EnrolmentIntent>;
  /** The mean of the calm and of the smiling face. */
  readonly picture: Descriptor;
}

/** A face is enrolled: the evidence must be live, and of whom the earlier pictures show. */
export async function confirmEnrolment(
  intent: EnrolmentIntent,
  answer: FaceCheckAnswer,
): Promise<Result<ConfirmedEnrolment>> {
  const { shopperId } = intent;
  const face = { ...placeOf(answer), candidateIds: [shopperId] };
  const judged = await judgeWithinBudget(face, async () => {
    const verified = await verifyFaceCheck(answer.challenge, answer.signed, answer.answerer);
    return verified.ok ? believe(verified.value, shopperId) : verified;
  });
  if (!judged.ok) return judged;
  const confirmed = confirmedBy(intent, judged.value);
  return confirmed.ok
    ? done({ confirmed: confirmed.value, picture: judged.value.picture })
    : confirmed;
}

interface Recognised {
  readonly shopperId: string;
  readonly challengeId: string;
  /** What the device signed the evidence for. */
  readonly intentHash: string;
}

function confirmedBy<I extends Intent>(
  intent: I,
  { intentHash, shopperId, challengeId }: Recognised,
): Result<ConfirmedIntent<I>> {
  const confirmation = { method: 'face', shopperId, challengeId } as const;
  return permitted(confirmIntent(intent, confirmation, intentHash, now()));
}

function placeOf({ challenge, address }: FaceCheckAnswer): Omit<FaceTry, 'candidateIds'> {
  return { terminalId: challenge.terminalId, deviceId: challenge.deviceId, address };
}

/** Matches against the people of the claim only, and records every check that was made. */
async function recognise(verified: VerifiedFaceCheck): Promise<Result<Recognised>> {
  const { challenge, evidence, checks, probe, toConfirm } = verified;
  const { candidateIds, claim } = challenge;
  const matched = await matchFaces(candidateIds, claim, probe, toConfirm);
  const { match } = matched;
  const repeat =
    match.kind === 'accept' ? [await checkRepeat(challenge.id, match.shopperId, evidence)] : [];
  const answer = answerTo(verified, matched, repeat);
  const outcome = outcomeOf(answer, match);
  await recordAssessment(challenge, outcome, [...checks, ...match.checks, ...repeat], now());
  if (match.kind === 'unknown' && matched.unreadable > 0 && challenge.terminalId !== null)
    await reportUnreadableFace(challenge.terminalId);
  if (outcome.kind === 'step-up') await offer(verified, outcome.nearestId);
  return answer;
}

/** What may make the next time easier: this picture, or new ones. */
async function offer({ challenge, probe }: VerifiedFaceCheck, nearestId: string): Promise<void> {
  const { id: challengeId, paymentId } = challenge;
  if (paymentId !== null) await offerPicture({ challengeId, paymentId }, nearestId, probe);
  await offerNewPictures(nearestId, now());
}

function outcomeOf(answer: Result<Recognised>, match: MatchDecision): Outcome {
  if (answer.ok) return { kind: 'accepted' };
  return answer.code === 'one-more-thing' && match.kind === 'step-up'
    ? { kind: 'step-up', nearestId: match.shopperId }
    : { kind: 'refused' };
}

function answerTo(
  { decision, challenge, evidence }: VerifiedFaceCheck,
  { match, enrolled, held }: Matched,
  repeat: readonly Check[],
): Result<Recognised> {
  if (decision.kind === 'refuse') return refused(decision.reason);
  if (match.kind === 'unknown') {
    // Only whoever is signed in may learn how it stands with the own face.
    if (challenge.claim !== 'own-phone' || enrolled > 0) return refused('face-unknown');
    return refused(held > 0 ? 'face-held' : 'no-face-enrolled');
  }
  if (match.kind === 'step-up') return refused('one-more-thing');
  if (!repeat.every(({ passed }) => passed)) return refused('try-again');
  const { shopperId } = match;
  return done({ shopperId, challengeId: challenge.id, intentHash: evidence.intentHash });
}

async function believe(
  { challenge, decision, checks, evidence, probe }: VerifiedFaceCheck,
  shopperId: string,
): Promise<Result<Recognised & Pick<ConfirmedEnrolment, 'picture'>>> {
  const same = checkSameFace(await openPictures(shopperId), probe);
  const isKept = decision.kind === 'accept' && same.passed;
  const kind = isKept ? 'accepted' : 'refused';
  await recordAssessment(challenge, { kind }, [...checks, same], now());
  if (!isKept) return refused(decision.kind === 'refuse' ? decision.reason : 'try-again');
  const { intentHash } = evidence;
  return done({ shopperId, challengeId: challenge.id, intentHash, picture: probe });
}
