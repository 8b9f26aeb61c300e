import 'server-only';
import type { PaymentOutcome } from '@/lib/api/payments';
import { authorizePayment, declinePayment } from '@/lib/payments/holding';
import { DECLINE_REASONS, type DeclineReason, type Payer } from '@/lib/payments/payment';
import { findShopperById } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { commitOn } from './commit';
import { outcomeOf } from './outcome';

/**
 * Whoever was recognised, by face or by PIN, pays: the amount is held on that person's
 * wallet. What the wallet refuses is kept as a declined payment, which can be tried again.
 */
export async function holdFrom(
  payer: Omit<Payer, 'accountId'>,
  orderId: string,
): Promise<Result<PaymentOutcome>> {
  const held = await hold(payer, orderId);
  if (held.ok) return held;
  const reason = DECLINE_REASONS.find((known) => known === held.code);
  if (reason) await decline(orderId, reason);
  return held;
}

async function hold(
  payer: Omit<Payer, 'accountId'>,
  orderId: string,
): Promise<Result<PaymentOutcome>> {
  // Someone who froze the account pays nowhere, by whatever means.
  const shopper = await findShopperById(payer.shopperId);
  if (!shopper || shopper.frozenAt) return refused('account-frozen');
  const paid = await commitOn(orderId, (placed, moment) => authorizePayment(placed, payer, moment));
  return paid.ok ? done(outcomeOf(paid.value)) : paid;
}

/** Only noted: when somebody else was faster there is nothing to decline any more. */
async function decline(orderId: string, reason: DeclineReason): Promise<void> {
  await commitOn(orderId, ({ payment }, moment) => declinePayment(payment, reason, moment));
}
