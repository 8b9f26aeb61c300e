import 'server-only';
import type { z } from 'zod';
import type { authorizeSchema, PaymentOutcome } from '@/lib/api/payments';
import type { Check } from '@/lib/liveness/check';
import { matchProbe, type MatchDecision } from '@/lib/recognition/match';
import { matchPolicyFor } from '@/lib/recognition/policy';
import { judgeWithinBudget } from '../access/face-budget';
import { verifyFaceCheck, type VerifiedFaceCheck } from '../liveness/verify-face-check';
import { checkRepeat } from '../liveness/repeats';
import { openGallery } from '../recognition/gallery';
import { now } from '../clock';
import { findChallenge, recordAssessment } from '../db/challenges-store';
import type { Guest } from '../http/action';
import { done, refused, type Result } from '../result';
import { holdFrom } from '../payments/hold';
import { payableBy } from '../payments/payable';

/**
 * Pay with a smile: consumes the challenge, judges the evidence, decides who this is (or
 * that it is nobody we may name), and holds the order's amount on that person's wallet.
 */
export async function authorizeByFace(
  guest: Guest,
  paymentId: string,
  { challengeId, evidence }: z.output<typeof authorizeSchema>,
): Promise<Result<PaymentOutcome>> {
  const challenge = await findChallenge(challengeId);
  if (challenge?.paymentId !== paymentId) return refused('challenge-unknown');
  const acting = challenge.terminalId === null ? 'shopper' : 'terminal';
  const payable = await payableBy(guest, paymentId, acting);
  if (!payable.ok) return payable;
  const { record, terminalId, shopperId } = payable.value;
  const answerer = { purpose: 'payment', paymentId, terminalId, shopperId } as const;
  const { candidateIds } = challenge;
  const face = { candidateIds, terminalId, deviceId: challenge.deviceId, address: guest.address };
  const payer = await judgeWithinBudget(face, async () => {
    const verified = await verifyFaceCheck(challengeId, evidence, answerer);
    return verified.ok ? recognise(verified.value) : verified;
  });
  if (!payer.ok) return payer;
  return holdFrom({ ...payer.value, method: 'face' }, record.order.id);
}

/** Matches against the people of the claim only, and records every check that was made. */
async function recognise(verified: VerifiedFaceCheck): Promise<Result<{ shopperId: string }>> {
  const { challenge, evidence, checks, probe } = verified;
  const gallery = await openGallery(challenge.candidateIds);
  const match = matchProbe(probe, gallery, matchPolicyFor(challenge.claim));
  const repeat =
    match.kind === 'match' ? [await checkRepeat(challenge.id, match.shopperId, evidence)] : [];
  const answer = answerTo(verified, match, repeat, gallery.length);
  const outcome = answer.ok ? 'accepted' : 'refused';
  await recordAssessment(challenge.id, outcome, [...checks, ...match.checks, ...repeat], now());
  return answer;
}

function answerTo(
  { decision, challenge }: VerifiedFaceCheck,
  match: MatchDecision,
  repeat: readonly Check[],
  enrolled: number,
): Result<{ shopperId: string }> {
  if (decision.kind === 'refuse') return refused(decision.reason);
  if (match.kind === 'unknown') {
    const missing = challenge.claim === 'own-phone' && enrolled === 0;
    return refused(missing ? 'no-face-enrolled' : 'face-unknown');
  }
  if (!repeat.every(({ passed }) => passed)) return refused('try-again');
  return done({ shopperId: match.shopperId });
}
