import { z } from 'zod';
import type { Uuid } from '@/lib/ids/uuid';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';
import { CHANNELS, type Channel, type OrderState } from '@/lib/orders/order';
import type { Dispute } from '@/lib/payments/state';
import type { PaymentState } from '@/lib/payments/state';
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

export interface OrderItemView {
  readonly name: string;
  readonly choices: readonly string[];
  readonly quantity: number;
  readonly total: MoneyWire;
  /** The staff did not have it; it was not charged. */
  readonly unavailable: boolean;
}

export interface OrderView {
  readonly id: Uuid;
  readonly ticket: number;
  readonly channel: Channel;
  readonly items: readonly OrderItemView[];
  readonly total: MoneyWire;
  readonly state: OrderState;
  readonly createdAt: string;
}

export interface PlacedOrder {
  readonly order: OrderView;
  readonly payment: PaymentView;
}

/** A payment as the guest's screen may know it. */
export interface PaymentView {
  readonly id: Uuid;
  readonly payee: string;
  /** What was asked for, the tip included. */
  readonly amount: MoneyWire;
  readonly tip: MoneyWire;
  /** What was taken; less than the amount when something was unavailable. Zero until then. */
  readonly captured: MoneyWire;
  readonly status: PaymentStatus;
  /** `Mina L.` once someone paid. */
  readonly payer: string | null;
  readonly method: 'face' | 'pin' | null;
  readonly refunded: MoneyWire;
  /** Online: what waits in escrow for the goods to arrive. */
  readonly escrow: MoneyWire;
  /** The shopper said that something is wrong; the escrow waits for it to be settled. */
  readonly dispute: Dispute | null;
  readonly createdAt: string;
}

export type PaymentStatus = PaymentState['kind'];
