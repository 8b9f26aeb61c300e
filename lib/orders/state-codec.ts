import { z } from 'zod';
import { REJECT_REASONS, type OrderState } from './order';

const paidAt = z.string();
const taken = { paidAt, unavailable: z.array(z.int().min(0)).optional() };

/** Reads an order's state from JSON; a row that does not make sense is a loud fault. */
export const orderStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('waiting'), paidAt }),
  z.object({ kind: z.literal('accepted'), ...taken, acceptedAt: z.string() }),
  z.object({ kind: z.literal('ready'), ...taken, readyAt: z.string() }),
  z.object({ kind: z.literal('picked-up'), ...taken, pickedUpAt: z.string() }),
  z.object({ kind: z.literal('dispatched'), ...taken, dispatchedAt: z.string() }),
  z.object({ kind: z.literal('received'), ...taken, receivedAt: z.string() }),
  z.object({
    kind: z.literal('rejected'),
    reason: z.enum(REJECT_REASONS),
    rejectedAt: z.string(),
  }),
  z.object({ kind: z.literal('cancelled'), cancelledAt: z.string() }),
  z.object({ kind: z.literal('lapsed'), lapsedAt: z.string() }),
]) satisfies z.ZodType<OrderState>;
