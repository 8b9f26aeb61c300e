import 'server-only';
import type { z } from 'zod';
import type { authorizeSchema, PaymentOutcome } from '@/lib/api/payments';
import { matchProbe } from '@/lib/identity/match';
import { matchPolicyFor } from '@/lib/identity/policy';
import { judgeWithinBudget } from '../captures/face-budget';
import { verifyCapture, type VerifiedCapture } from '../captures/verify-capture';
import { checkRepeat } from '../captures/repeats';
import { openGallery } from '../captures/gallery';
import { now } from '../clock';
import { findChallenge, recordAssessment } from '../db/challenges-store';
import type { Guest } from '../http/action';
import { done, refused, type Result } from '../result';
import { holdFrom } from './hold';
import { payableBy } from './payable';

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
    const verified = await verifyCapture(challengeId, evidence, answerer);
    return verified.ok ? recognise(verified.value) : verified;
  });
  if (!payer.ok) return payer;
  return holdFrom({ ...payer.value, method: 'face' }, record.order.id);
}

/** Matches against the people of the claim only, and records every check that was made. */
async function recognise({
  challenge,
  evidence,
  decision,
  checks,
  probe,
}: VerifiedCapture): Promise<Result<{ shopperId: string }>> {
  const gallery = await openGallery(challenge.candidateIds);
  const match = matchProbe(probe, gallery, matchPolicyFor(challenge.claim));
  const isNew =
    match.kind === 'match' ? [await checkRepeat(challenge.id, match.shopperId, evidence)] : [];
  const accepted =
    decision.kind === 'accept' && match.kind === 'match' && isNew.every(({ passed }) => passed);
  const outcome = accepted ? 'accepted' : 'refused';
  await recordAssessment(challenge.id, outcome, [...checks, ...match.checks, ...isNew], now());
  if (accepted) return done({ shopperId: match.shopperId });
  if (match.kind === 'match' && decision.kind === 'accept') return refused('try-again');
  if (decision.kind === 'refuse') return refused(decision.reason);
  const enrolmentMissing = challenge.claim === 'own-phone' && gallery.length === 0;
  return refused(enrolmentMissing ? 'no-face-enrolled' : 'face-unknown');
}
