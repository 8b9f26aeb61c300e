import { z } from 'zod';
import type { MoneyWire } from '@/lib/money/wire';
import type { PaymentStatus } from '@/lib/payments/view';
import { shownTextSchema } from '@/lib/text/shown-text';

export const CASE_OUTCOMES = ['refunded', 'refused'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/**
 * A payment of a face that its payer says they did not make.
 *
 * POST /api/payments/:id/case (shopper, empty object) → {@link CaseView}: opens one, or says how the
 * one that there is stands. The wallet is frozen from then on.
 */
export interface CaseView {
  readonly paymentId: string;
  readonly openedAt: string;
  /** Null while it is open. */
  readonly outcome: CaseOutcome | null;
  readonly decidedAt: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
}

/** GET /api/me/cases (shopper): the own ones, the newest first. */
export interface OwnCases {
  readonly cases: readonly CaseView[];
}

/** GET /api/merchant/cases (managers): of the merchant's payments, the open ones first. */
export interface MerchantCases {
  readonly cases: readonly MerchantCase[];
}

export interface MerchantCase extends CaseView {
  readonly storeName: string;
  readonly ticket: number | null;
  /** Of the payment. */
  readonly amount: MoneyWire;
  readonly status: PaymentStatus;
  readonly paidAt: string;
}

/** POST /api/merchant/cases/:id/refund (managers, empty object) → 204: all that is left goes back. */

/** What an operator decides. */
export const caseDecisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('refunded') }),
  z.strictObject({ outcome: z.literal('refused'), reason: shownTextSchema(300) }),
]);
export type CaseDecision = z.input<typeof caseDecisionSchema>;
