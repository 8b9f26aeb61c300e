import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { refundSchema, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import { refundPayment } from '@/lib/payments/settling';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';
import { staffOrderOf } from './staff-order';
import { findOwnOrder } from './find-own-order';

/**
 * Gives part or all of a captured payment back. The client's id makes it one refund, however
 * often it is asked for, one after the other or all at once.
 */
export async function refundOrder(
  staff: StaffActor,
  orderId: Uuid,
  { id, amount }: z.output<typeof refundSchema>,
): Promise<Result<StaffOrder>> {
  const record = await findOwnOrder(staff, orderId);
  if (!record) return refused('not-found');
  const refunded = await commitOn(record, ({ payment }, moment) =>
    refundPayment(payment, id, amount, moment),
  );
  if (refunded.ok) return done(staffOrderOf(refunded.value));
  return refunded.code === 'insufficient-funds' ? refused('merchant-balance-low') : refunded;
}
