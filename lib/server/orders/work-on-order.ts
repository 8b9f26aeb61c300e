import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { acceptSchema, Reject, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import { changeOrder, type OrderChange } from '@/lib/orders/change';
import type { OrderEvent } from '@/lib/orders/order';
import type { Change, ChangeRefusal, Moment } from '@/lib/payments/change';
import { capturePayment, voidPayment } from '@/lib/payments/holding';
import type { Result as Decision } from '@/lib/result';
import type { OrderRecord } from '../db/orders-store';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';
import { cardOf, ownOrder } from './read-board';

/** Accepting takes the held money, less what cannot be served. */
export function acceptOrder(
  staff: StaffActor,
  orderId: Uuid,
  { unavailable = [] }: z.output<typeof acceptSchema> = {},
): Promise<Result<StaffOrder>> {
  return changeOwn(staff, orderId, (record, moment) => capturePayment(record, moment, unavailable));
}

/** Rejecting gives the held money back. */
export function rejectOrder(
  staff: StaffActor,
  orderId: Uuid,
  { reason }: Reject,
): Promise<Result<StaffOrder>> {
  return changeOwn(staff, orderId, (record, moment) => voidPayment(record, reason, moment));
}

export function markReady(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return step(staff, orderId, 'ready');
}

export function markPickedUp(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return step(staff, orderId, 'pick-up');
}

/** The goods are on their way: from now on the shopper's time to object runs. */
export function markDispatched(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return step(staff, orderId, 'dispatch');
}

/** A step of the order that moves no money. */
function step(
  staff: StaffActor,
  orderId: Uuid,
  kind: Extract<OrderEvent['kind'], 'ready' | 'pick-up' | 'dispatch'>,
): Promise<Result<StaffOrder>> {
  return changeOwn(staff, orderId, ({ order }, { at }) => changeOrder(order, { kind, at }));
}

async function changeOwn(
  staff: StaffActor,
  orderId: Uuid,
  plan: (record: OrderRecord, moment: Moment) => Decision<Change | OrderChange, ChangeRefusal>,
): Promise<Result<StaffOrder>> {
  const record = await ownOrder(staff, orderId);
  if (!record) return refused('not-found');
  const committed = await commitOn(record, plan);
  return committed.ok ? done(cardOf(committed.value)) : committed;
}
