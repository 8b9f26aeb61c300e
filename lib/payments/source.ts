import type { Uuid } from '@/lib/ids/uuid';
import type { Order } from '@/lib/orders/order';

/**
 * What a payment is for. An order is priced and served here; a checkout is a page that another
 * shop sends its guest to, and that shop keeps the order under its own `reference`.
 */
export type PaymentSource =
  | { readonly kind: 'counter-order'; readonly orderId: Uuid }
  | { readonly kind: 'online-order'; readonly orderId: Uuid }
  | { readonly kind: 'checkout'; readonly reference: string };

export function sourceOf({ id: orderId, channel }: Pick<Order, 'id' | 'channel'>): PaymentSource {
  return { kind: `${channel}-order`, orderId };
}

/** @returns null for a payment without an order of ours. */
export function orderIdOf(source: PaymentSource): Uuid | null {
  return 'orderId' in source ? source.orderId : null;
}

/** Goods of ours are sent: the money waits until they have arrived. Elsewhere it is earned at once. */
export function usesEscrow({ source }: { readonly source: PaymentSource }): boolean {
  return source.kind === 'online-order';
}
