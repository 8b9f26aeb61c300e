import { z } from 'zod';
import type { MoneyWire } from '@/lib/money/wire';
import type { OrderItemView } from '@/lib/orders/view';
import type { PaymentStatus } from '@/lib/payments/view';
import type { PaymentMethod } from '@/lib/payments/ways';

/**
 * POST /api/payments/:id/share (who paid) → 201 {@link ReceiptShared}; an earlier link ends.
 * DELETE /api/payments/:id/share → 204: the link ends.
 */
export interface ReceiptShared {
  /** Shown once: `/receipt#<token>` is the link. */
  readonly token: string;
}

/** POST /api/shared-receipts → {@link SharedReceipt}, for whoever has the link. */
export const sharedReceiptSchema = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });

/** A receipt without who paid it, and without ids. */
export interface SharedReceipt {
  readonly payee: string;
  /** What was asked for, the tip included. */
  readonly amount: MoneyWire;
  /** What was taken; less than the amount when something was unavailable. Zero until then. */
  readonly captured: MoneyWire;
  readonly tip: MoneyWire;
  readonly refunded: MoneyWire;
  readonly status: PaymentStatus;
  readonly method: PaymentMethod | null;
  readonly ticket: number;
  readonly items: readonly OrderItemView[];
  readonly paidAt: string | null;
}
