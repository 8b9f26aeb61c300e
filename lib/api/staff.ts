import { z } from 'zod';
import type { Uuid } from '@/lib/ids/uuid';
import type { AlarmCause } from '@/lib/access/limits';
import { CURRENCIES } from '@/lib/money/currency';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';
import { REJECT_REASONS, type Channel } from '@/lib/orders/order';
import { shownTextSchema } from '@/lib/text/shown-text';
import { idSchema } from './common';
import type { PlacedOrder } from './orders';

/** One card on the staff tablet. */
export interface StaffOrder extends PlacedOrder {
  /** What may still be refunded; zero unless captured. */
  readonly refundable: MoneyWire;
}

/**
 * Several faces, or PINs, were refused at a terminal, or a stored face could not be read there.
 * Nothing is told of whose.
 * POST /api/staff/alarms/:id/dismiss (empty object) → 204: somebody has; it leaves every tablet.
 */
export interface TerminalAlarm {
  readonly id: Uuid;
  readonly cause: AlarmCause;
  readonly terminalName: string;
  readonly raisedAt: string;
}

/** GET /api/staff/orders → the open ones and those of the last 12 hours, newest first. */
export interface StaffOrders {
  readonly storeName: string;
  readonly channel: Channel;
  readonly orders: readonly StaffOrder[];
  /** Payments that guests say they did not make, and that nobody has decided. */
  readonly openCases: number;
  /** Of the last hour, that nobody dismissed; the newest first. */
  readonly alarms: readonly TerminalAlarm[];
}

/**
 * GET /api/staff/orders/stream: server-sent events. `event: orders`, data
 * {@link StaffOrders}, once on connecting and after every change. `event: still-here`
 * every 20 s: a tablet that hears nothing for longer has lost us without being told.
 * `event: displaced` ends the oldest stream when a member or a store has too many open.
 *
 * POST /api/staff/orders/:id/ready, /pick-up, /dispatch (empty object) → {@link StaffOrder}
 */

/**
 * POST /api/staff/orders/:id/accept → {@link StaffOrder}: takes the held money, less the items
 * at these positions, which the kitchen cannot serve.
 */
export const acceptSchema = z.strictObject({
  unavailable: z.array(z.int().min(0).max(49)).max(49).optional(),
});
export type Accept = z.input<typeof acceptSchema>;

/** POST /api/staff/orders/:id/reject → {@link StaffOrder} */
export const rejectSchema = z.strictObject({ reason: z.enum(REJECT_REASONS) });
export type Reject = z.input<typeof rejectSchema>;

/** POST /api/staff/orders/:id/refund → {@link StaffOrder}; same id and body: done once. */
export const refundSchema = z.strictObject({ id: idSchema, amount: moneySchema });
export type RefundRequest = z.input<typeof refundSchema>;

/** POST /api/setup → 201: the first store of an empty installation. */
export const setupSchema = z.strictObject({
  token: z.string().min(16).max(200),
  storeName: shownTextSchema(60),
  email: z.email().max(200),
  password: z.string().min(10).max(200),
  currency: z.enum(CURRENCIES),
});
export type Setup = z.input<typeof setupSchema>;
