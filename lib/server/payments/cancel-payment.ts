import type { GuestActor } from '@/lib/access/actors';
import type { PlacedOrder } from '@/lib/api/orders';
import type { Uuid } from '@/lib/ids/uuid';
import { cancelPayment } from '@/lib/payments/holding';
import { findOrderOfPayment } from '../db/orders-store';
import { type Result, refused, done } from '../result';
import { commitOn } from './commit';
import { placedOrderOf } from './placed-order';
import { placed } from './read-payment';

/** The guest walks away before paying. */
export async function cancel(guest: GuestActor, paymentId: Uuid): Promise<Result<PlacedOrder>> {
  const record = await findOrderOfPayment(paymentId);
  if (!record || !placed(guest, record)) return refused('not-found');
  const cancelled = await commitOn(record, cancelPayment);
  return cancelled.ok ? done(placedOrderOf(cancelled.value)) : cancelled;
}
