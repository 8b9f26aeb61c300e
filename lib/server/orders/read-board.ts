import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { StaffOrder, StaffOrders } from '@/lib/api/staff';
import { toWire } from '@/lib/money/wire';
import { refundableOf } from '@/lib/payments/captured';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { findOrder, findStoreOrders, type OrderRecord } from '../db/orders-store';
import { findStore } from '../db/stores-store';
import { placedOrderOf } from '../payments/placed-order';
import { done, refused, type Result } from '../result';
import { storeAlarms } from '../terminals/alarms';

const RECENT_MS = 12 * 60 * 60 * 1000;
const ORDERS_MAX = 200;

/** The board of a store: what is being worked on, and what was done in the last hours. */
export async function storeOrders({
  storeId,
}: Pick<StaffActor, 'storeId'>): Promise<Result<StaffOrders>> {
  const since = new Date(now().getTime() - RECENT_MS);
  const [store, records, alarms] = await Promise.all([
    findStore(storeId),
    findStoreOrders(storeId, since, ORDERS_MAX),
    storeAlarms(storeId),
  ]);
  if (!store) return refused('not-found');
  const { name: storeName, channel } = store;
  return done({ storeName, channel, orders: records.map(cardOf), alarms });
}

/** Another store's orders do not exist. */
export async function ownOrder(
  { storeId }: StaffActor,
  orderId: Uuid,
): Promise<OrderRecord | null> {
  const record = await findOrder(orderId);
  return record?.order.storeId === storeId ? record : null;
}

export function cardOf(record: OrderRecord): StaffOrder {
  const { state, amount } = record.payment;
  return { ...placedOrderOf(record), refundable: toWire(refundableOf(state, amount)) };
}
