import type { StaffActor } from '@/lib/access/actors';
import type { StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import type { Result } from '../result';
import { advanceOrder } from './change-own-order';

/** The goods are on their way: from now on the shopper's time to object runs. */
export function dispatchOrder(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return advanceOrder(staff, orderId, 'dispatch');
}
