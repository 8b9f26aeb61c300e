import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { Dispute, PaymentOutcome } from '@/lib/api/payments';
import type { Uuid } from '@/lib/ids/uuid';
import type { Change, Moment, Placed } from '@/lib/payments/change';
import { disputePayment, releasePayment } from '@/lib/payments/settling';
import { findOrderOfPayment } from '../db/orders-store';
import { done, refused, type Result } from '../result';
import { commitOn } from './commit';
import { outcomeOf } from './outcome';

/** The goods are there and as ordered: the merchant is paid out of escrow, at once. */
export function confirmReceipt(
  shopper: ShopperActor,
  paymentId: Uuid,
): Promise<Result<PaymentOutcome>> {
  return changeOwn(shopper, paymentId, releasePayment);
}

/** Something is wrong with the goods: the money stays in escrow until it is settled. */
export function openDispute(
  shopper: ShopperActor,
  paymentId: Uuid,
  { reason }: Dispute,
): Promise<Result<PaymentOutcome>> {
  return changeOwn(shopper, paymentId, ({ payment }, moment) =>
    disputePayment(payment, reason, moment),
  );
}

/** Only whoever paid; another's payment does not exist. */
async function changeOwn(
  shopper: ShopperActor,
  paymentId: Uuid,
  plan: (placed: Placed, moment: Moment) => Change | undefined,
): Promise<Result<PaymentOutcome>> {
  const record = await findOrderOfPayment(paymentId);
  const { state } = record?.payment ?? {};
  if (!record || !state || !('payer' in state) || state.payer.shopperId !== shopper.id) {
    return refused('not-found');
  }
  const committed = await commitOn(record.order.id, plan);
  return committed.ok ? done(outcomeOf(committed.value)) : committed;
}
