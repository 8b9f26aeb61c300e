import type { PaymentOutcome } from '@/lib/api/payments';
import { viewOrder, viewPayment } from '@/lib/api/views';
import type { OrderRecord } from '../db/orders-store';
import { maskName } from '../access/masked-name';

/** What a guest's screen, or the staff's, may know of a payment and its order. */
export function outcomeOf({ order, payment, payerName }: OrderRecord): PaymentOutcome {
  const masked = payerName === null ? null : maskName(payerName);
  return { payment: viewPayment(payment, masked), order: viewOrder(order) };
}
