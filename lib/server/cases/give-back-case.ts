import 'server-only';
import type { AuditActor } from '@/lib/audit/note';
import type { Uuid } from '@/lib/ids/uuid';
import type { Payment } from '@/lib/payments/payment';
import { giveBack } from '@/lib/payments/settling';
import { findCase } from '../db/cases-store';
import { findPayment } from '../db/payments-store';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';

/**
 * Ends an open case with the money back: what is held is let go, what was taken comes from the escrow
 * and the merchant's balance. Of many at once one moves the money, and all are answered alike.
 *
 * @returns `wrong-state` when it was decided otherwise, `merchant-balance-low` when there is less left
 */
export async function giveBackCase(
  paymentId: Uuid,
  by: AuditActor,
  isFor: (payment: Payment) => boolean = () => true,
): Promise<Result<undefined>> {
  const [found, record] = await Promise.all([findCase(paymentId), findPayment(paymentId)]);
  if (!found || !record || !isFor(record.payment)) return refused('not-found');
  if (found.outcome !== null) return endedAs(found.outcome);
  const given = await commitOn(record, giveBack, { by });
  if (given.ok) return done(undefined);
  if (given.code === 'insufficient-funds') return refused('merchant-balance-low');
  const now = given.code === 'wrong-state' ? await findCase(paymentId) : null;
  return now?.outcome ? endedAs(now.outcome) : given;
}

function endedAs(outcome: 'refunded' | 'refused'): Result<undefined> {
  return outcome === 'refunded' ? done(undefined) : refused('wrong-state');
}
