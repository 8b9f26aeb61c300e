import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { Uuid } from '@/lib/ids/uuid';
import { findOrderOfPayment, type OrderRecord } from '../db/orders-store';
import { done, refused, type Result } from '../result';

/** A payment, and the one device that acts on it now: the other of the two ids is null. */
export interface Payable {
  readonly record: OrderRecord;
  readonly terminalId: string | null;
  readonly shopperId: string | null;
}

/**
 * The payment, if this device may act on it: the terminal on the orders that it placed
 * itself, the own phone on orders of its shopper and, by the counter's QR code, on orders
 * of a terminal. What is someone else's does not exist.
 */
export async function payableBy(
  { terminal, shopper }: GuestActor,
  paymentId: Uuid,
  acting: 'terminal' | 'shopper',
): Promise<Result<Payable>> {
  if (acting === 'terminal' && !terminal) return refused('terminal-not-paired');
  if (acting === 'shopper' && !shopper) return refused('not-signed-in');
  const record = await findOrderOfPayment(paymentId);
  if (!record) return refused('not-found');
  if (acting === 'terminal') {
    return terminal && record.terminalId === terminal.id
      ? done({ record, terminalId: terminal.id, shopperId: null })
      : refused('not-found');
  }
  const own = shopper && (record.shopperId === shopper.id || record.terminalId !== null);
  return own ? done({ record, terminalId: null, shopperId: shopper.id }) : refused('not-found');
}
