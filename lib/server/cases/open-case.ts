import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { CaseView, OwnCases } from '@/lib/api/cases';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { findCasesOf, insertCase } from '../db/cases-store';
import { findPayment } from '../db/payments-store';
import { done, refused, type Result } from '../result';
import { caseViewOf } from './case-view';

/**
 * "It wasn't me", with one tap: nothing is held on the wallet any more, and the merchant and the
 * operator look into the payment. A second tap changes nothing.
 *
 * @returns `wrong-state` for a payment that no face confirmed, or that is over: its money is back
 */
export async function openCase(
  { id }: Pick<ShopperActor, 'id'>,
  paymentId: Uuid,
): Promise<Result<CaseView>> {
  const record = await findPayment(paymentId);
  const { state } = record?.payment ?? {};
  if (!state || !('payer' in state) || state.payer.shopperId !== id) return refused('not-found');
  const isOpen = await insertCase(paymentId, id, now());
  const own = (await findCasesOf(id)).find((one) => one.paymentId === paymentId);
  if (own) return done(caseViewOf(own));
  return isOpen ? refused('unavailable') : refused('wrong-state');
}

export async function listOwnCases({ id }: Pick<ShopperActor, 'id'>): Promise<Result<OwnCases>> {
  return done({ cases: (await findCasesOf(id)).map(caseViewOf) });
}
