import 'server-only';
import type { PlacedOrder } from '@/lib/api/orders';
import { payerPlace } from '@/lib/audit/note';
import type { ConfirmedIntent } from '@/lib/intents/confirmation';
import type { PaymentIntent } from '@/lib/intents/intent';
import { authorizePayment, declinePayment } from '@/lib/payments/holding';
import { DECLINE_REASONS } from '@/lib/payments/state';
import type { OrderRecord } from '../db/orders-store';
import { findShopperById } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { commitOn } from './commit';
import { holdByFace } from './hold-by-face';
import type { Payable } from './payable';
import { placedOrderOf } from './placed-order';

/**
 * Holds the amount on the wallet of whoever confirmed the payment. What the wallet refuses is kept
 * as a declined payment, which can be tried again.
 */
export async function hold(
  confirmed: ConfirmedIntent<PaymentIntent>,
  payable: Payable,
): Promise<Result<PlacedOrder>> {
  const held = await tryHold(confirmed, payable);
  if (held.ok) return done(placedOrderOf(held.value));
  const reason = DECLINE_REASONS.find((known) => known === held.code);
  // Only noted: when somebody else was faster there is nothing to decline any more.
  if (reason)
    await commitOn(payable.record, ({ payment }, at) => declinePayment(payment, reason, at), {
      by: payerPlace(payable.terminalId, payable.shopperId),
    });
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
      : await commitOn(
          record,
          (latest, moment) => authorizePayment(latest, { shopperId, method }, moment),
          { by: payerPlace(terminalId, shopperId) },
        );
  return paid.ok ? done({ ...paid.value, payerName: shopper.name }) : paid;
}
