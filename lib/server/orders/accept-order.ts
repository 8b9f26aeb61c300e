import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actors';
import type { acceptSchema, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import { capturePayment } from '@/lib/payments/holding';
import type { Result } from '../result';
import { changeOwnOrder } from './change-own-order';

/** Accepting takes the held money, less what cannot be served. */
export function acceptOrder(
  staff: StaffActor,
  orderId: Uuid,
  { unavailable = [] }: z.output<typeof acceptSchema> = {},
): Promise<Result<StaffOrder>> {
  return changeOwnOrder(staff, orderId, (record, moment) =>
    capturePayment(record, moment, unavailable),
  );
}
