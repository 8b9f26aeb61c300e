import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';
import { idSchema } from './common';

/** GET /api/merchant/balance (owners) */
export interface MerchantBalance {
  readonly merchantName: string;
  /** Held on wallets: orders that nobody has answered yet. */
  readonly pending: MoneyWire;
  /** Taken, and waiting for goods to arrive. */
  readonly escrow: MoneyWire;
  /** Can be paid out now. */
  readonly available: MoneyWire;
  readonly paidOut: MoneyWire;
  /** The shop's own day now, `2026-11-24`. */
  readonly today: string;
}

/** POST /api/merchant/payouts → {@link MerchantBalance}; same id and body: done once. */
export const payoutSchema = z.strictObject({ id: idSchema, amount: moneySchema });
export type PayoutRequest = z.input<typeof payoutSchema>;

/** Why a merchant's money moved. */
export const STATEMENT_KINDS = [
  'capture',
  'release',
  'refund',
  'fee',
  'fee-refund',
  'payout',
  'correction',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Money that came in or went out. */
export interface SignedMoney {
  readonly out: boolean;
  readonly amount: MoneyWire;
}

export interface StatementLineView {
  readonly id: string;
  readonly at: string;
  readonly kind: StatementKind;
  readonly paymentId: string | null;
  readonly ticket: number | null;
  readonly balance: SignedMoney;
  readonly escrow: SignedMoney;
}

/**
 * GET /api/merchant/statements/:day (owners): a day of the shop, `2026-11-24`.
 * GET /api/merchant/statements/:day/csv: the same lines for a spreadsheet (RFC 4180).
 */
export interface StatementView {
  readonly day: string;
  /** Where the day begins and ends, an IANA name: its times are told there. */
  readonly timeZone: string;
  readonly opening: { readonly balance: MoneyWire; readonly escrow: MoneyWire };
  readonly lines: readonly StatementLineView[];
  readonly totals: readonly {
    readonly kind: StatementKind;
    readonly count: number;
    readonly balance: SignedMoney;
    readonly escrow: SignedMoney;
  }[];
  readonly closing: { readonly balance: MoneyWire; readonly escrow: MoneyWire };
}

/** There was no shop before; PostgreSQL does not know a year 0000 at all. */
const FIRST_DAY = '1970-01-01';

/** `/…/:day`; what no calendar has is not found. */
const daySchema = z.iso.date().refine((day) => day >= FIRST_DAY);
export const dayParams = z.object({ day: daySchema });

/** GET /api/merchant/statements (owners): totals of a week, `?until=2026-11-24` of one before. */
export const statementDaysQuery = z.object({ until: daySchema.optional() });

export interface StatementDays {
  /** The first day of the week, and the last of the one before. */
  readonly first: string;
  readonly earlier: string;
  /** The newest first; only days on which money moved. */
  readonly days: readonly {
    readonly day: string;
    readonly sales: SignedMoney;
    readonly givenBack: SignedMoney;
    readonly fees: SignedMoney;
    readonly paidOut: SignedMoney;
  }[];
}

/** `/merchant/today?day=…&store=…`; a form sends a field that was left empty, too. */
export const todaySearch = z
  .object({ day: daySchema.optional(), store: z.union([uuidSchema, z.literal('')]).optional() })
  .transform(({ day, store }) => ({ day, storeId: store || undefined }));
