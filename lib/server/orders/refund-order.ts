import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { mayRefund } from '@/lib/access/roles';
import type { z } from 'zod';
import type { refundSchema, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import type { Payment } from '@/lib/payments/payment';
import { refundPayment } from '@/lib/payments/settling';
import { refused as planRefused } from '@/lib/result';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';
import { staffOrderOf } from './staff-order';
import { findOwnOrder } from './find-own-order';

/**
 * Gives part or all of a captured payment back. The client's id makes it one refund, however
 * often it is asked for, one after the other or all at once. Staff give back small amounts alone.
 */
export async function refundOrder(
  staff: StaffActor,
  orderId: Uuid,
  { id, amount }: z.output<typeof refundSchema>,
): Promise<Result<StaffOrder>> {
  const record = await findOwnOrder(staff, orderId);
  if (!record) return refused('not-found');
  const refunded = await commitOn(
    record,
    ({ payment }, moment) =>
      isWithin(staff, payment, { id, amount })
        ? refundPayment(payment, id, amount, moment)
        : planRefused('manager-needed'),
    { by: { kind: 'staff', id: staff.id } },
  );
  if (refunded.ok) return done(staffOrderOf(refunded.value));
  return refunded.code === 'insufficient-funds' ? refused('merchant-balance-low') : refunded;
}

/** Judged with what has been given back at this moment, so that many at once do not add up to more. */
function isWithin(
  { role }: StaffActor,
  { state }: Payment,
  { id, amount }: z.output<typeof refundSchema>,
): boolean {
  const others = 'refunds' in state ? state.refunds.filter((one) => one.transferId !== id) : [];
  const before = others.reduce((sum, refund) => sum + refund.amount.amount, 0n);
  return mayRefund(role, before, amount);
}
