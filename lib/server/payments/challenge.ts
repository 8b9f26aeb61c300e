import 'server-only';
import type { z } from 'zod';
import type { challengeSchema } from '@/lib/api/payments';
import type { CaptureChallenge } from '@/lib/identity/challenge';
import { FACE_ATTEMPTS_MAX } from '@/lib/identity/policy';
import { challengePayment } from '@/lib/payments/holding';
import { issueChallenge } from '../captures/issue';
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
  { digits }: z.output<typeof challengeSchema>,
): Promise<Result<CaptureChallenge>> {
  const payable = await payableBy(guest, paymentId, digits === undefined ? 'shopper' : 'terminal');
  if (!payable.ok) return payable;
  if ((await countRefused(paymentId)) >= FACE_ATTEMPTS_MAX) return refused('use-another-way');
  const { record, terminalId, shopperId } = payable.value;
  const claim = await claimOf(record.order.storeId, shopperId, digits);
  if (!claim.ok) return claim;
  const challenge = await issueChallenge({
    purpose: 'payment',
    ...claim.value,
    paymentId,
    terminalId,
    shopperId,
  });
  const committed = await commitOn(record.order.id, ({ payment }) =>
    challengePayment(payment, challenge.id),
  );
  return committed.ok ? done(challenge) : committed;
}
