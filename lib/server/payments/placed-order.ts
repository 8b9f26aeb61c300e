import type { PlacedOrder } from '@/lib/api/orders';
import { viewOrder } from '@/lib/orders/view';
import { viewPayment } from '@/lib/payments/view';
import type { OrderRecord } from '../db/orders-store';
import { maskName } from '../access/masked-name';

/** What a guest's screen, or the staff's, may know of an order and its payment. */
export function placedOrderOf({ order, payment, payerName }: OrderRecord): PlacedOrder {
  const masked = payerName === null ? null : maskName(payerName);
  return { order: viewOrder(order), payment: viewPayment(payment, masked) };
}
