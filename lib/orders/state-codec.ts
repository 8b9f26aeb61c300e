import { z } from 'zod';
import { REJECT_REASONS, type OrderState } from './order';

const paidAt = z.string();

/** Reads an order's state from JSON; a row that does not make sense is a loud fault. */
export const orderStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('waiting'), paidAt }),
  z.object({ kind: z.literal('accepted'), paidAt, acceptedAt: z.string() }),
  z.object({ kind: z.literal('ready'), paidAt, readyAt: z.string() }),
  z.object({ kind: z.literal('picked-up'), paidAt, pickedUpAt: z.string() }),
  z.object({
    kind: z.literal('rejected'),
    reason: z.enum(REJECT_REASONS),
    rejectedAt: z.string(),
  }),
  z.object({ kind: z.literal('cancelled'), cancelledAt: z.string() }),
  z.object({ kind: z.literal('lapsed'), lapsedAt: z.string() }),
]) satisfies z.ZodType<OrderState>;
