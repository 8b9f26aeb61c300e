import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { acceptSchema, Reject, StaffOrder } from '@/lib/api/staff';
import type { Uuid } from '@/lib/ids/uuid';
import { transition, type Channel, type OrderEvent } from '@/lib/orders/order';
import { servedTotal } from '@/lib/orders/served';
import type { Change, Moment, Placed } from '@/lib/payments/change';
import { capturePayment, voidPayment } from '@/lib/payments/holding';
import { now } from '../clock';
import { commitOrder } from '../db/payments-store';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';
import { cardOf, ownOrder } from './read-board';

/** Accepting takes the held money, less what cannot be served. */
export async function acceptOrder(
  staff: StaffActor,
  orderId: Uuid,
  { unavailable = [] }: z.output<typeof acceptSchema> = {},
): Promise<Result<StaffOrder>> {
  const record = await ownOrder(staff, orderId);
  if (!record) return refused('not-found');
  if (!servedTotal(record.order, unavailable)) return refused('nothing-left');
  return changeMoney(staff, orderId, (placed, moment) =>
    capturePayment(placed, moment, unavailable),
  );
}

/** Rejecting gives the held money back. */
export function rejectOrder(
  staff: StaffActor,
  orderId: Uuid,
  { reason }: Reject,
): Promise<Result<StaffOrder>> {
  return changeMoney(staff, orderId, (placed, moment) => voidPayment(placed, reason, moment));
}

export function markReady(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return changeOrder(staff, orderId, 'counter', { kind: 'ready', at: now().toISOString() });
}

export function markPickedUp(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return changeOrder(staff, orderId, 'counter', { kind: 'pick-up', at: now().toISOString() });
}

/** The goods are on their way: from now on the shopper's time to object runs. */
export function markDispatched(staff: StaffActor, orderId: Uuid): Promise<Result<StaffOrder>> {
  return changeOrder(staff, orderId, 'online', { kind: 'dispatch', at: now().toISOString() });
}

async function changeMoney(
  staff: StaffActor,
  orderId: Uuid,
  plan: (placed: Placed, moment: Moment) => Change | undefined,
): Promise<Result<StaffOrder>> {
  if (!(await ownOrder(staff, orderId))) return refused('not-found');
  const committed = await commitOn(orderId, plan);
  return committed.ok ? done(cardOf(committed.value)) : committed;
}

async function changeOrder(
  staff: StaffActor,
  orderId: Uuid,
  channel: Channel,
  event: OrderEvent,
): Promise<Result<StaffOrder>> {
  const record = await ownOrder(staff, orderId);
  if (!record) return refused('not-found');
  const fits = record.order.channel === channel;
  const state = fits ? transition(record.order.state, event) : undefined;
  if (!state) return refused('wrong-state');
  const order = { ...record.order, state };
  const result = await commitOrder(record.order, order, now());
  return result === 'ok' ? done(cardOf({ ...record, order })) : refused('wrong-state');
}
