import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import { changeOrder, type OrderChange } from '@/lib/orders/change';
import type { OrderEvent } from '@/lib/orders/order';
import type { Change, ChangeRefusal, Moment } from '@/lib/payments/change';
import type { Result as Decision } from '@/lib/result';
import type { OrderRecord } from '../db/orders-store';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';
import { staffOrderOf } from './staff-order';
import { findOwnOrder } from './find-own-order';

/** A step of the order that moves no money. */
export function advanceOrder(
  staff: StaffActor,
  orderId: Uuid,
  kind: Extract<OrderEvent['kind'], 'ready' | 'pick-up' | 'dispatch'>,
): Promise<Result<StaffOrder>> {
  return changeOwnOrder(staff, orderId, ({ order }, { at }) => changeOrder(order, { kind, at }));
}

export async function changeOwnOrder(
  staff: StaffActor,
  orderId: Uuid,
  plan: (record: OrderRecord, moment: Moment) => Decision<Change | OrderChange, ChangeRefusal>,
): Promise<Result<StaffOrder>> {
  const record = await findOwnOrder(staff, orderId);
  if (!record) return refused('not-found');
  const committed = await commitOn(record, plan, { by: { kind: 'staff', id: staff.id } });
  return committed.ok ? done(staffOrderOf(committed.value)) : committed;
}
