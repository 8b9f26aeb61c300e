import 'server-only';
import { randomBytes } from 'node:crypto';
import type { ShopperActor } from '@/lib/access/actors';
import type { ReceiptShared, SharedReceipt } from '@/lib/api/receipts';
import type { Uuid } from '@/lib/ids/uuid';
import { rationed } from '../access/limit-by-address';
import { hashToken } from '../access/terminal-token';
import { now } from '../clock';
import { findOrderOfPayment } from '../db/orders-store';
import {
  deleteReceiptLink,
  findSharedPayment,
  replaceReceiptLink,
} from '../db/receipt-links-store';
import { done, refused, type Result } from '../result';
import { placedOrderOf } from './placed-order';

/** A link by which anybody sees the receipt; an earlier one ends. Only who paid may make it. */
export async function shareReceipt(
  shopper: ShopperActor,
  paymentId: Uuid,
): Promise<Result<ReceiptShared>> {
  const owned = await ownedBy(shopper, paymentId);
  if (!owned.ok) return owned;
  const token = randomBytes(32).toString('base64url');
  const link = { paymentId, shopperId: shopper.id };
  const isMade = await replaceReceiptLink(hashToken(token), link, now());
  return isMade ? done({ token }) : refused('not-signed-in');
}

/** From now on the link opens nothing. */
export async function stopSharingReceipt(
  shopper: ShopperActor,
  paymentId: Uuid,
): Promise<Result<undefined>> {
  const owned = await ownedBy(shopper, paymentId);
  if (!owned.ok) return owned;
  await deleteReceiptLink(paymentId, shopper.id);
  return done(undefined);
}

/** What was bought and what it cost; nothing of who paid, and no ids. */
export function readSharedReceipt(token: string, address: string): Promise<Result<SharedReceipt>> {
  return rationed('receipt:address', address, async () => {
    const paymentId = await findSharedPayment(hashToken(token));
    const record = paymentId && (await findOrderOfPayment(paymentId));
    if (!record) return refused('receipt-gone');
    const { payment, order } = placedOrderOf(record);
    const { payee, amount, captured, tip, refunded, status, method } = payment;
    return done({
      ...{ payee, amount, captured, tip, refunded, status, method },
      ticket: order.ticket,
      items: order.items,
      paidAt: 'authorizedAt' in record.payment.state ? record.payment.state.authorizedAt : null,
    });
  });
}

async function ownedBy({ id }: ShopperActor, paymentId: Uuid): Promise<Result<undefined>> {
  const record = await findOrderOfPayment(paymentId);
  if (!record) return refused('not-found');
  const { state } = record.payment;
  if ('payer' in state)
    return state.payer.shopperId === id ? done(undefined) : refused('not-found');
  return record.shopperId === id ? refused('wrong-state') : refused('not-found');
}
