import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { PlacedOrder } from '@/lib/api/orders';
import type { Uuid } from '@/lib/ids/uuid';
import { findOrderOfPayment, type OrderRecord } from '../db/orders-store';
import { done, refused, type Result } from '../result';
import { placedOrderOf } from './placed-order';

/** The payment with its order, for the device that placed it and for whoever pays it. */
export async function readPayment(
  guest: GuestActor,
  paymentId: Uuid,
): Promise<Result<PlacedOrder>> {
  const record = await findOrderOfPayment(paymentId);
  return record && maySee(guest, record) ? done(placedOrderOf(record)) : refused('not-found');
}

export function placed({ terminal, shopper }: GuestActor, record: OrderRecord): boolean {
  return (
    (terminal !== null && record.terminalId === terminal.id) ||
    (shopper !== null && record.shopperId === shopper.id)
  );
}

/** Who scanned the counter's code sees it until someone paid; then only the payer does. */
function maySee(guest: GuestActor, record: OrderRecord): boolean {
  if (placed(guest, record)) return true;
  const { shopper } = guest;
  const { state } = record.payment;
  if (shopper === null) return false;
  return 'payer' in state ? state.payer.shopperId === shopper.id : record.terminalId !== null;
}
