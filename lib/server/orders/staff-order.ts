import type { StaffOrder } from '@/lib/api/staff';
import { toWire } from '@/lib/money/wire';
import { refundableOf } from '@/lib/payments/captured';
import type { OrderRecord } from '../db/orders-store';
import { placedOrderOf } from '../payments/placed-order';

export function staffOrderOf(record: OrderRecord): StaffOrder {
  const { state, amount } = record.payment;
  return { ...placedOrderOf(record), refundable: toWire(refundableOf(state, amount)) };
}
