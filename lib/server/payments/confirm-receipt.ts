import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { PlacedOrder } from '@/lib/api/orders';
import type { Uuid } from '@/lib/ids/uuid';
import type { Moment, PaymentWithOrder, Planned } from '@/lib/payments/change';
import { releasePayment } from '@/lib/payments/settling';
import { findOrderOfPayment } from '../db/orders-store';
import { done, refused, type Result } from '../result';
import { commitOn } from './commit';
import { placedOrderOf } from './placed-order';

/** The goods are there and as ordered: the merchant is paid out of escrow, at once. */
export function confirmReceipt(
  shopper: ShopperActor,
  paymentId: Uuid,
): Promise<Result<PlacedOrder>> {
  return changeOwn(shopper, paymentId, releasePayment);
}

/** Only whoever paid; another's payment does not exist. */
export async function changeOwn(
  shopper: ShopperActor,
  paymentId: Uuid,
  plan: (record: PaymentWithOrder, moment: Moment) => Planned,
): Promise<Result<PlacedOrder>> {
  const record = await findOrderOfPayment(paymentId);
  const { state } = record?.payment ?? {};
  if (!record || !state || !('payer' in state) || state.payer.shopperId !== shopper.id) {
    return refused('not-found');
  }
  const committed = await commitOn(record, plan, { by: { kind: 'shopper', id: shopper.id } });
  return committed.ok ? done(placedOrderOf(committed.value)) : committed;
}
