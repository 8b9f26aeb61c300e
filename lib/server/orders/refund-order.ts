import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { refundSchema, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import type { Refund } from '@/lib/payments/state';
import { refundPayment } from '@/lib/payments/settling';
import type { OrderRecord } from '../db/orders-store';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';
import { cardOf, ownOrder } from './read-board';

type Asked = z.output<typeof refundSchema>;

/**
 * Gives part or all of a captured payment back. The client's id makes it one refund, however
 * often it is asked for, one after the other or all at once.
 */
export async function refundOrder(
  staff: StaffActor,
  orderId: Uuid,
  asked: Asked,
): Promise<Result<StaffOrder>> {
  const record = await ownOrder(staff, orderId);
  if (!record) return refused('not-found');
  const problem = answerBefore(record, asked);
  if (problem) return problem;
  const committed = await commitOn(orderId, ({ payment }, moment) =>
    refundPayment(payment, asked.id, asked.amount, moment),
  );
  if (committed.ok) return done(cardOf(committed.value));
  if (committed.code === 'insufficient-funds') return refused('merchant-balance-low');
  // Perhaps the same tap came twice at once, and the other one was first.
  const latest = committed.code === 'wrong-state' ? await ownOrder(staff, orderId) : null;
  return (latest && answerBefore(latest, asked)) ?? committed;
}

/** What can be answered without moving money: it was done before, or it cannot be done. */
function answerBefore(record: OrderRecord, { id, amount }: Asked): Result<StaffOrder> | undefined {
  const { state, amount: paid } = record.payment;
  if (state.kind !== 'captured' && state.kind !== 'refunded') return refused('wrong-state');
  const earlier = state.refunds.find(({ transferId }) => transferId === id);
  if (earlier) return isSame(earlier, amount) ? done(cardOf(record)) : refused('id-reused');
  if (amount.currency !== paid.currency || amount.amount === 0n) {
    return refused('amount-out-of-range');
  }
  const left = state.kind === 'captured' ? state.escrow.amount + state.earned.amount : 0n;
  return amount.amount > left ? refused('over-refund') : undefined;
}

function isSame({ amount }: Refund, asked: Asked['amount']): boolean {
  return amount.amount === asked.amount && amount.currency === asked.currency;
}
