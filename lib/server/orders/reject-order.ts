import type { StaffActor } from '@/lib/access/actors';
import type { Reject, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import { voidPayment } from '@/lib/payments/holding';
import type { Result } from '../result';
import { changeOwnOrder } from './change-own-order';

/** Rejecting gives the held money back. */
export function rejectOrder(
  staff: StaffActor,
  orderId: Uuid,
  { reason }: Reject,
): Promise<Result<StaffOrder>> {
  return changeOwnOrder(staff, orderId, (record, moment) => voidPayment(record, reason, moment));
}
