import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { z } from 'zod';
import { claimBy, type Claim } from '@/lib/access/claim';
import type { PlacedOrder } from '@/lib/api/orders';
import type { authorizeSchema, PaidByPin, payByPinSchema } from '@/lib/api/payments';
import type { Uuid } from '@/lib/ids/uuid';
import type { PaymentIntent } from '@/lib/intents/intent';
import { toWire } from '@/lib/money/wire';
import type { Payment } from '@/lib/payments/payment';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { readPhone } from '../access/phone';
import { confirmByFaceCheck } from '../confirmation/confirm-by-face-check';
import { confirmByPin, type PinAnswer } from '../confirmation/confirm-by-pin';
import { findChallenge } from '../db/challenges-store';
import { findShopperById, findShopperByProvenPhone } from '../db/shoppers-store';
import { findStore } from '../db/stores-store';
import { isPictureOffered } from '../recognition/offered-picture';
import { done, refused, type Result } from '../result';
import { findSteppedUp } from './find-stepped-up';
import { hold } from './hold';
import { payableBy, type Payable } from './payable';

/** Pay with a smile: the face check confirms the payment, and the amount is held. */
export async function authorizeByFaceCheck(
  guest: GuestActor,
  paymentId: Uuid,
  { challengeId, evidence }: z.output<typeof authorizeSchema>,
): Promise<Result<PlacedOrder>> {
  const challenge = await findChallenge(challengeId);
  if (challenge?.paymentId !== paymentId) return refused('challenge-unknown');
  const acting = challenge.terminalId === null ? 'shopper' : 'terminal';
  const payable = await payableBy(guest, paymentId, acting);
  if (!payable.ok) return payable;
  const { record, terminalId, shopperId } = payable.value;
  const confirmed = await confirmByFaceCheck(intentOf(record.payment, challenge.claim), {
    challenge,
    signed: evidence,
    answerer: { purpose: 'payment', paymentId, terminalId, shopperId },
    address: guest.address,
  });
  return confirmed.ok ? hold(confirmed.value, payable.value) : confirmed;
}

/**
 * Pay with a PIN: the own phone and the PIN; at the counter the whole phone number and the PIN, or
 * after a face check that asked for it the PIN alone. An unknown number looks like a wrong PIN.
 */
export async function authorizeByPin(
  guest: GuestActor,
  paymentId: Uuid,
  { pin, intentHash, ...payer }: z.output<typeof payByPinSchema>,
): Promise<Result<PaidByPin>> {
  const isOwnPhone = payer.phone === undefined && payer.challengeId === undefined;
  const payable = await payableBy(guest, paymentId, isOwnPhone ? 'shopper' : 'terminal');
  if (!payable.ok) return payable;
  const { record, terminalId } = payable.value;
  const claimed = await findClaimed(payable.value, payer);
  if (!claimed.ok) return claimed;
  const { claim, ...person } = claimed.value;
  const confirmed = await confirmByPin(intentOf(record.payment, claim), {
    ...{ ...person, pin, intentHash, terminalId },
    address: guest.address,
  });
  if (!confirmed.ok) return confirmed;
  const held = await hold(confirmed.value, payable.value);
  if (!held.ok) return held;
  const { shopperId } = confirmed.value.confirmation;
  return done({ ...held.value, pictureOffered: await isPictureOffered(paymentId, shopperId) });
}

interface Claimed extends Pick<PinAnswer, 'phone' | 'shopper'> {
  readonly claim: Claim;
}

/** Whose PIN it has to be. */
async function findClaimed(
  { record, shopperId, terminalId }: Payable,
  { phone, challengeId }: Pick<z.output<typeof payByPinSchema>, 'phone' | 'challengeId'>,
): Promise<Result<Claimed>> {
  if (challengeId !== undefined) {
    const found = await findSteppedUp(challengeId, record.payment.id, terminalId);
    if (!found.ok) return found;
    return done({ ...found.value, phone: found.value.shopper?.phone ?? '' });
  }
  if (phone !== undefined) {
    const number = await readAt(record.order.storeId, phone);
    if (!number) return refused('invalid-phone');
    return done({
      ...{ claim: claimBy(number), phone: number },
      shopper: await findShopperByProvenPhone(number),
    });
  }
  const shopper = shopperId === null ? null : await findShopperById(shopperId);
  if (shopper && !shopper.pinHash) return refused('pin-not-set');
  return done({ claim: 'own-phone', phone: shopper?.phone ?? '', shopper });
}

function intentOf(payment: Payment, ...claim: [PaymentIntent['payer']]): PaymentIntent {
  return paymentIntentOf({ ...payment, amount: toWire(payment.amount) }, ...claim);
}

async function readAt(storeId: string, phone: string): Promise<string | undefined> {
  const store = await findStore(storeId);
  return readPhone(phone, store?.settings.country ?? '');
}
