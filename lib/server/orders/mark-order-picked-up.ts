import type { StaffActor } from '@/lib/access/actors';
import type { StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import type { Result } from '../result';
import { advanceOrder } from './change-own-order';

export function markOrderPickedUp(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return advanceOrder(staff, orderId, 'pick-up');
}
