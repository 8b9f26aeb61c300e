import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { challengeSchema } from '@/lib/api/payments';
import type { Challenge } from '@/lib/liveness/challenge';
import { FACE_ATTEMPTS_MAX } from '@/lib/liveness/policy';
import type { Uuid } from '@/lib/ids/uuid';
import { toWire } from '@/lib/money/wire';
import { isPayable } from '@/lib/payments/payment';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { isSmall } from '@/lib/payments/small-amount';
import { overBudget } from '../access/face-budget';
import { generateFaceCheck } from '../liveness/generate-face-check';
import { countRefused } from '../db/challenges-store';
import { ownPhone } from '../access/own-phone';
import { done, refused, type Result } from '../result';
import { claimOf } from '../recognition/claim';
import { payableBy } from './payable';

/**
 * The guest tapped Pay: that is the consent. The challenge is bound to this payment (and
 * with it to amount and payee), to this device, and to the people whom the claim leaves.
 */
export async function beginFaceCheck(
  guest: GuestActor,
  paymentId: Uuid,
  { digits, deviceId, screen }: z.output<typeof challengeSchema>,
): Promise<Result<Challenge>> {
  const payable = await payableBy(guest, paymentId, digits === undefined ? 'shopper' : 'terminal');
  if (!payable.ok) return payable;
  if (!isPayable(payable.value.record.payment.state)) return refused('wrong-state');
  const refusals = await countRefused(paymentId);
  if (refusals >= FACE_ATTEMPTS_MAX) return refused('use-another-way');
  const { record, terminalId, shopperId } = payable.value;
  const device = await deviceOf(guest, shopperId, deviceId);
  if (!device.ok) return device;
  const claim = await claimOf(record.order.storeId, shopperId, digits);
  if (!claim.ok) return claim;
  const { candidateIds } = claim.value;
  const over = await overBudget({
    candidateIds,
    terminalId,
    deviceId: device.value,
    address: guest.address,
  });
  if (over) return over;
  const { amount } = record.payment;
  const challenge = await generateFaceCheck({
    intent: paymentIntentOf({ ...record.payment, amount: toWire(amount) }, claim.value.claim),
    context: { risk: isSmall(amount) && refusals === 0 ? 'low' : 'high', screen },
    ...claim.value,
    terminalId,
    shopperId,
    deviceId: device.value,
  });
  return challenge;
}

/** Whose key has to sign: the own phone's if a shopper acts, else the terminal's. */
async function deviceOf(
  { terminal }: GuestActor,
  shopperId: string | null,
  phoneId: Uuid | undefined,
): Promise<Result<Uuid>> {
  if (shopperId !== null) return ownPhone(shopperId, phoneId);
  return terminal ? done(terminal.deviceId) : refused('device-unknown');
}
