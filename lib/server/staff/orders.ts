import 'server-only';
import type { z } from 'zod';
import type { refundSchema, Reject, StaffOrder, StaffOrders } from '@/lib/api/staff';
import { transition, type OrderEvent } from '@/lib/orders/order';
import { capturePayment, refundPayment, voidPayment, type Change } from '@/lib/payments/change';
import { refundedAmount } from '@/lib/payments/payment';
import { refundable } from '@/lib/api/views';
import type { SignedInStaff } from '../auth/staff';
import { now } from '../clock';
import { findOrder, findStoreOrders, type OrderRecord } from '../db/orders-store';
import { commitOrder } from '../db/payments-store';
import { findStore } from '../db/stores-store';
import { commitOn } from '../payments/commit';
import { outcomeOf } from '../payments/outcome';
import { done, refused, type Result } from '../result';

const RECENT_MS = 12 * 60 * 60 * 1000;
const ORDERS_MAX = 200;

/** The board of a store: what is being worked on, and what was done in the last hours. */
export async function storeOrders({ storeId }: SignedInStaff): Promise<Result<StaffOrders>> {
  const since = new Date(now().getTime() - RECENT_MS);
  const [store, records] = await Promise.all([
    findStore(storeId),
    findStoreOrders(storeId, since, ORDERS_MAX),
  ]);
  return store
    ? done({ storeName: store.name, orders: records.map(cardOf) })
    : refused('not-found');
}

/** Accepting takes the held money. */
export function acceptOrder(staff: SignedInStaff, orderId: string): Promise<Result<StaffOrder>> {
  return changeMoney(staff, orderId, capturePayment);
}

/** Rejecting gives the held money back. */
export function rejectOrder(
  staff: SignedInStaff,
  orderId: string,
  { reason }: Reject,
): Promise<Result<StaffOrder>> {
  return changeMoney(staff, orderId, (placed, moment) => voidPayment(placed, reason, moment));
}

export async function refundOrder(
  staff: SignedInStaff,
  orderId: string,
  { id, amount }: z.output<typeof refundSchema>,
): Promise<Result<StaffOrder>> {
  const record = await ownOrder(staff, orderId);
  if (!record) return refused('not-found');
  const { state, amount: paid } = record.payment;
  if (state.kind !== 'captured' && state.kind !== 'refunded') return refused('wrong-state');
  const earlier = state.refunds.find(({ transferId }) => transferId === id);
  if (earlier) return sameRefund(record, earlier.amount.amount === amount.amount);
  const left = paid.amount - refundedAmount(state.refunds);
  if (amount.currency !== paid.currency || amount.amount === 0n)
    return refused('amount-out-of-range');
  if (amount.amount > left) return refused('over-refund');
  return changeMoney(staff, orderId, ({ payment }, moment) =>
    refundPayment(payment, id, amount, moment),
  );
}

export function markReady(staff: SignedInStaff, orderId: string): Promise<Result<StaffOrder>> {
  return changeOrder(staff, orderId, { kind: 'ready', at: now().toISOString() });
}

export function markPickedUp(staff: SignedInStaff, orderId: string): Promise<Result<StaffOrder>> {
  return changeOrder(staff, orderId, { kind: 'pick-up', at: now().toISOString() });
}

async function changeMoney(
  staff: SignedInStaff,
  orderId: string,
  plan: (record: OrderRecord, moment: Parameters<typeof capturePayment>[1]) => Change | undefined,
): Promise<Result<StaffOrder>> {
  if (!(await ownOrder(staff, orderId))) return refused('not-found');
  const committed = await commitOn(orderId, plan);
  return committed.ok ? done(cardOf(committed.value)) : committed;
}

async function changeOrder(
  staff: SignedInStaff,
  orderId: string,
  event: OrderEvent,
): Promise<Result<StaffOrder>> {
  const record = await ownOrder(staff, orderId);
  if (!record) return refused('not-found');
  const state = transition(record.order.state, event);
  if (!state) return refused('wrong-state');
  const order = { ...record.order, state };
  const result = await commitOrder(record.order, order);
  return result === 'ok' ? done(cardOf({ ...record, order })) : refused('wrong-state');
}

/** Another store's orders do not exist. */
async function ownOrder({ storeId }: SignedInStaff, orderId: string): Promise<OrderRecord | null> {
  const record = await findOrder(orderId);
  return record?.order.storeId === storeId ? record : null;
}

function sameRefund(record: OrderRecord, same: boolean): Result<StaffOrder> {
  return same ? done(cardOf(record)) : refused('id-reused');
}

function cardOf(record: OrderRecord): StaffOrder {
  return { ...outcomeOf(record), refundable: refundable(record.payment) };
}
