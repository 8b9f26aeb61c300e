import { z } from 'zod';
import { moneySchema } from '@/lib/money/wire';
import { CHANNELS } from '@/lib/orders/order';
import type { OrderView } from '@/lib/orders/view';
import type { PaymentView } from '@/lib/payments/view';
import { idSchema } from './common';

const orderLineSchema = z.strictObject({
  productId: z.string().min(1).max(80),
  quantity: z.int().min(1).max(50),
  choiceIds: z.array(z.string().min(1).max(80)).max(20).default([]),
});

/**
 * POST /api/orders → 201 {@link PlacedOrder}: prices the order and makes it and its
 * payment under the ids that the client chose. At the counter the paired terminal
 * asks; online the signed-in shopper does.
 */
export const placeOrderSchema = z.strictObject({
  id: idSchema,
  paymentId: idSchema,
  storeId: idSchema,
  channel: z.enum(CHANNELS),
  lines: z.array(orderLineSchema).max(50),
  /** On top of the items' prices, at most as much again. */
  tip: moneySchema.optional(),
});
export type PlaceOrder = z.input<typeof placeOrderSchema>;

/** An order with its payment, as every screen knows it from the placing to the receipt. */
export interface PlacedOrder {
  readonly order: OrderView;
  readonly payment: PaymentView;
}
