import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import { moneySchema, toWire } from '@/lib/money/wire';
import { REJECT_REASONS } from '@/lib/orders/order';
import { DECLINE_REASONS, DISPUTE_REASONS, type PaymentState } from './state';
import { PAYMENT_METHODS } from './ways';

/**
 * A payment's state as JSON and back. Reading goes through a schema, so that a row that
 * does not make sense is a loud fault and never a half-understood payment.
 */
const payer = z.object({
  shopperId: z.string(),
  accountId: z.string(),
  method: z.enum(PAYMENT_METHODS),
});
const held = { payer, holdId: z.string(), authorizedAt: z.string() };
const refunds = z.array(
  z.object({ transferId: uuidSchema, amount: moneySchema, refundedAt: z.string() }),
);

export const paymentStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created') }),
  z.object({
    kind: z.literal('declined'),
    reason: z.enum(DECLINE_REASONS),
    declinedAt: z.string(),
  }),
  z.object({ kind: z.literal('authorized'), ...held }),
  z.object({
    kind: z.literal('captured'),
    ...held,
    capturedAt: z.string(),
    captured: moneySchema,
    escrow: moneySchema,
    earned: moneySchema,
    refunds,
    dispute: z.object({ reason: z.enum(DISPUTE_REASONS), openedAt: z.string() }).optional(),
  }),
  z.object({ kind: z.literal('refunded'), ...held, refunds }),
  z.object({
    kind: z.literal('voided'),
    ...held,
    reason: z.enum([...REJECT_REASONS, 'unanswered']),
    voidedAt: z.string(),
  }),
  z.object({ kind: z.literal('cancelled'), cancelledAt: z.string() }),
  z.object({ kind: z.literal('expired'), expiredAt: z.string() }),
]) satisfies z.ZodType<PaymentState>;

export type PaymentStateWire = z.input<typeof paymentStateSchema>;

export function encodeState(state: PaymentState): PaymentStateWire {
  if (!('refunds' in state)) return state;
  const refundsWire = state.refunds.map(({ amount, ...refund }) => ({
    ...refund,
    amount: toWire(amount),
  }));
  if (state.kind === 'refunded') return { ...state, refunds: refundsWire };
  const { captured, escrow, earned } = state;
  const parts = { captured: toWire(captured), escrow: toWire(escrow), earned: toWire(earned) };
  return { ...state, ...parts, refunds: refundsWire };
}
