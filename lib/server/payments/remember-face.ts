import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { Uuid } from '@/lib/ids/uuid';
import { findOrderOfPayment } from '../db/orders-store';
import { rememberOffered } from '../recognition/offered-picture';
import { done, refused, type Result } from '../result';
import { placed } from './read-payment';

/**
 * "Remember me like this": the picture of the face check that asked for the PIN becomes part of the
 * payer's template. Only after their PIN paid, at the counter where it did or on the payer's phone,
 * and only near to the enrolment (`withPicture`).
 */
export async function rememberFace(guest: GuestActor, paymentId: Uuid): Promise<Result<undefined>> {
  const record = await findOrderOfPayment(paymentId);
  if (!record) return refused('not-found');
  const { state } = record.payment;
  const payer = 'payer' in state ? state.payer : undefined;
  const isPayer = payer !== undefined && guest.shopper?.id === payer.shopperId;
  if (!isPayer && !placed(guest, record)) return refused('not-found');
  if (payer?.method !== 'pin') return refused('wrong-state');
  const isRemembered = await rememberOffered(paymentId, payer.shopperId);
  return isRemembered ? done(undefined) : refused('wrong-state');
}
