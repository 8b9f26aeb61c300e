import type { StaffActor } from '@/lib/access/actors';
import type { Uuid } from '@/lib/ids/uuid';
import { type OrderRecord, findOrder } from '../db/orders-store';

/** Another store's orders do not exist. */
export async function findOwnOrder(
  { storeId }: StaffActor,
  orderId: Uuid,
): Promise<OrderRecord | null> {
  const record = await findOrder(orderId);
  return record?.order.storeId === storeId ? record : null;
}
