import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { z } from 'zod';
import { claimBy, type Claim } from '@/lib/access/claim';
import type { PlacedOrder } from '@/lib/api/orders';
import type { authorizeSchema, PaidByPin, payByPinSchema } from '@/lib/api/payments';
import type { Uuid } from '@/lib/ids/uuid';
import type { ConfirmedIntent } from '@/lib/intents/confirmation';
import type { PaymentIntent } from '@/lib/intents/intent';
import { toWire } from '@/lib/money/wire';
import { authorizePayment, declinePayment } from '@/lib/payments/holding';
import type { Payment } from '@/lib/payments/payment';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { DECLINE_REASONS } from '@/lib/payments/state';
import { readPhone } from '../access/phone';
import { confirmByFaceCheck } from '../confirmation/confirm-by-face-check';
import { confirmByPin, type PinAnswer } from '../confirmation/confirm-by-pin';
import { findChallenge } from '../db/challenges-store';
import type { OrderRecord } from '../db/orders-store';
import { findShopperById, findShopperByProvenPhone } from '../db/shoppers-store';
import { findStore } from '../db/stores-store';
import { isPictureOffered } from '../recognition/offered-picture';
import { done, refused, type Result } from '../result';
import { commitOn } from './commit';
import { findSteppedUp } from './find-stepped-up';
import { holdByFace } from './hold-by-face';
import { payableBy, type Payable } from './payable';
import { placedOrderOf } from './placed-order';

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

/**
 * Holds the amount on the wallet of whoever confirmed the payment. What the wallet refuses is kept
 * as a declined payment, which can be tried again.
 */
async function hold(
  confirmed: ConfirmedIntent<PaymentIntent>,
  payable: Payable,
): Promise<Result<PlacedOrder>> {
  const held = await tryHold(confirmed, payable);
  if (held.ok) return done(placedOrderOf(held.value));
  const reason = DECLINE_REASONS.find((known) => known === held.code);
  // Only noted: when somebody else was faster there is nothing to decline any more.
  if (reason)
    await commitOn(payable.record, ({ payment }, at) => declinePayment(payment, reason, at));
  return held;
}

async function tryHold(
  { confirmation }: ConfirmedIntent<PaymentIntent>,
  { record, terminalId }: Payable,
): Promise<Result<OrderRecord>> {
  const { shopperId, method } = confirmation;
  // Whoever froze the account pays nowhere, by whatever means.
  const shopper = await findShopperById(shopperId);
  if (!shopper || shopper.frozenAt) return refused('account-frozen');
  const paid =
    method === 'face'
      ? await holdByFace(confirmation, record, terminalId)
      : await commitOn(record, (latest, moment) =>
          authorizePayment(latest, { shopperId, method }, moment),
        );
  return paid.ok ? done({ ...paid.value, payerName: shopper.name }) : paid;
}
