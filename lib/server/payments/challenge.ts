import 'server-only';
import type { z } from 'zod';
import type { challengeSchema } from '@/lib/api/payments';
import type { Screen } from '@/lib/api/common';
import type { CaptureChallenge, ChallengeLength } from '@/lib/identity/challenge';
import { FACE_ATTEMPTS_MAX } from '@/lib/identity/policy';
import type { Money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { challengePayment } from '@/lib/payments/holding';
import { isSmall } from '@/lib/payments/small-amount';
import { overBudget } from '../captures/face-budget';
import { generateCaptureChallenge } from '../captures/generate-capture-challenge';
import { countRefused } from '../db/challenges-store';
import type { Guest } from '../http/action';
import { done, refused, type Result } from '../result';
import { claimOf } from './claim';
import { commitOn } from './commit';
import { payableBy } from './payable';

/**
 * The guest tapped Pay: that is the consent. The challenge is bound to this payment (and
 * with it to amount and payee), to this device, and to the people whom the claim leaves.
 */
export async function beginPayment(
  guest: Guest,
  paymentId: string,
  { digits, screen }: z.output<typeof challengeSchema>,
): Promise<Result<CaptureChallenge>> {
  const payable = await payableBy(guest, paymentId, digits === undefined ? 'shopper' : 'terminal');
  if (!payable.ok) return payable;
  const refusals = await countRefused(paymentId);
  if (refusals >= FACE_ATTEMPTS_MAX) return refused('use-another-way');
  const { record, terminalId, shopperId } = payable.value;
  const claim = await claimOf(record.order.storeId, shopperId, digits);
  if (!claim.ok) return claim;
  const { candidateIds } = claim.value;
  const over = await overBudget({
    candidateIds,
    terminalId,
    deviceId: null,
    address: guest.address,
  });
  if (over) return over;
  const { amount, payee } = record.payment;
  const challenge = await generateCaptureChallenge({
    binding: { purpose: 'payment', paymentId, ...toWire(amount), payee },
    length: lengthOf(amount, screen, refusals),
    screen,
    ...claim.value,
    terminalId,
    shopperId,
  });
  const committed = await commitOn(record.order.id, ({ payment }) =>
    challengePayment(payment, challenge.id),
  );
  return committed.ok ? done(challenge) : committed;
}

/**
 * A smile alone will do for a small amount, when the screen's colours can vouch for it and
 * nothing went wrong before.
 */
function lengthOf(amount: Money, screen: Screen, refusals: number): ChallengeLength {
  return isSmall(amount) && screen === 'coloured' && refusals === 0 ? 'short' : 'long';
}
