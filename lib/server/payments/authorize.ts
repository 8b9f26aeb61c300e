import 'server-only';
import type { z } from 'zod';
import type { authorizeSchema, PaymentOutcome } from '@/lib/api/payments';
import { matchProbe } from '@/lib/identity/match';
import { matchPolicyFor } from '@/lib/identity/policy';
import { authorizePayment } from '@/lib/payments/change';
import { assessCapture, type Assessed } from '../captures/assess';
import { openGallery } from '../captures/gallery';
import { now } from '../clock';
import { findChallenge, recordAssessment } from '../db/challenges-store';
import { findShopperById } from '../db/shoppers-store';
import type { Guest } from '../http/action';
import { done, refused, type Result } from '../result';
import { commitOn } from './commit';
import { outcomeOf } from './outcome';
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
  const assessed = await assessCapture(challengeId, evidence, answerer);
  if (!assessed.ok) return assessed;
  const payerId = await recognise(assessed.value);
  if (!payerId.ok) return payerId;
  const usable = await usableWallet(payerId.value);
  if (!usable.ok) return usable;
  const payer = { shopperId: payerId.value, method: 'face' } as const;
  const paid = await commitOn(record.order.id, (placed, moment) =>
    authorizePayment(placed, payer, moment),
  );
  return paid.ok ? done(outcomeOf(paid.value)) : paid;
}

/** Matches against the people of the claim only, and records every check that was made. */
async function recognise({ challenge, passed, checks, probe }: Assessed): Promise<Result<string>> {
  const gallery = await openGallery(challenge.candidateIds);
  const match = matchProbe(probe, gallery, matchPolicyFor(challenge.claim));
  const accepted = passed && match.kind === 'match';
  const outcome = accepted ? 'accepted' : 'refused';
  await recordAssessment(challenge.id, outcome, [...checks, ...match.checks], now());
  if (accepted) return done(match.shopperId);
  if (!passed) return refused('try-again');
  const enrolmentMissing = challenge.claim === 'own-phone' && gallery.length === 0;
  return refused(enrolmentMissing ? 'no-face-enrolled' : 'face-unknown');
}

/** Someone who froze the account pays nowhere, by whatever means. */
export async function usableWallet(shopperId: string): Promise<Result<undefined>> {
  const shopper = await findShopperById(shopperId);
  return shopper && !shopper.frozenAt ? done(undefined) : refused('account-frozen');
}
