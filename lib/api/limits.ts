import { z } from 'zod';
import { confirmedBy } from './confirmations';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';

/**
 * PUT /api/me/limits → {@link LimitsView}: what is lowered holds at once. With the password more may
 * be allowed than now; it holds after a day. Without it that is `password-needed`.
 */
export const setLimitsSchema = z.strictObject({
  perPayment: moneySchema,
  perDay: moneySchema,
  smallOnly: z.boolean(),
  ...confirmedBy,
});
export type SetLimits = z.input<typeof setLimitsSchema>;

export interface LimitsWire {
  readonly perPayment: MoneyWire;
  /** For all within 24 hours. */
  readonly perDay: MoneyWire;
  /** Only payments up to `LimitsView.small`, whatever `perPayment` says. */
  readonly smallOnly: boolean;
}

/** GET /api/me/limits: what the shopper's face alone may pay; above it the PIN is asked for. */
export interface LimitsView {
  readonly current: LimitsWire;
  /** A raise that waits. */
  readonly next: (LimitsWire & { readonly from: string }) | null;
  /** What the face alone has paid in the last 24 hours. */
  readonly paid: MoneyWire;
  /** While the face is new, these hold in the place of `current`; null where they are no lower. */
  readonly newFace: {
    readonly until: string;
    readonly perPayment: MoneyWire;
    readonly perDay: MoneyWire;
  } | null;
  readonly small: MoneyWire;
}
