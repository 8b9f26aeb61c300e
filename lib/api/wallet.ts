import { z } from 'zod';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';
import { idSchema } from './common';

/** POST /api/me/top-ups → {@link Wallet}; same id and body: done once. */
export const topUpSchema = z.strictObject({ id: idSchema, amount: moneySchema });
export type TopUp = z.input<typeof topUpSchema>;

export type WalletEntryKind = 'top-up' | 'payment' | 'hold' | 'refund';

export interface WalletEntry {
  readonly id: string;
  readonly kind: WalletEntryKind;
  /** Payee, or where a top-up came from. */
  readonly label: string;
  /** Money that leaves the wallet is `out`. */
  readonly direction: 'in' | 'out';
  readonly amount: MoneyWire;
  readonly at: string;
  /** Opens the receipt. */
  readonly paymentId: string | null;
}

/** GET /api/me/wallet */
export interface Wallet {
  /** What can be spent now: posted less held. */
  readonly available: MoneyWire;
  readonly held: MoneyWire;
  /** Newest first, at most 50. */
  readonly entries: readonly WalletEntry[];
}
