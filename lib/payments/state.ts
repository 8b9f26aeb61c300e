import type { Uuid } from '@/lib/ids/uuid';
import type { Money } from '@/lib/money/money';
import type { RejectReason } from '@/lib/orders/order';
import type { PaymentMethod } from './ways';

/** Who pays, from which account. */
export interface Payer {
  readonly shopperId: string;
  readonly accountId: string;
  readonly method: PaymentMethod;
}

/** Part or all of a captured payment given back; a transfer of its own. */
export interface Refund {
  readonly transferId: Uuid;
  readonly amount: Money;
  readonly refundedAt: string;
}

/** Money held, then taken: what an authorized payment carries on. */
export interface Held {
  readonly payer: Payer;
  readonly holdId: string;
  readonly authorizedAt: string;
}

export type VoidReason = RejectReason | 'unanswered';

export const DECLINE_REASONS = ['insufficient-funds', 'account-frozen'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const DISPUTE_REASONS = ['not-arrived', 'damaged', 'not-as-described', 'other'] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

export interface Dispute {
  readonly reason: DisputeReason;
  readonly openedAt: string;
}

/**
 * A captured payment, by where its money is now. Always:
 * `captured = escrow + earned + everything refunded`, and the platform keeps exactly
 * `feeOf(earned)` of what the merchant has earned (`feeChange` in lib/ledger/fee.ts).
 */
export type Captured = Held & {
  readonly kind: 'captured';
  readonly capturedAt: string;
  readonly captured: Money;
  /** Waits for the goods to arrive; nothing at a counter. */
  readonly escrow: Money;
  /** Has reached the merchant and stayed there, before the platform's fee. */
  readonly earned: Money;
  readonly refunds: readonly Refund[];
  /** While it is open, no time limit releases the escrow. */
  readonly dispute?: Dispute;
};

/**
 * Where a payment is. An authorized one has its hold; a captured one says where its money is
 * now. A declined one may still be paid another way; an expired one was paid by nobody in time.
 */
export type PaymentState =
  | { readonly kind: 'created' }
  | { readonly kind: 'declined'; readonly reason: DeclineReason; readonly declinedAt: string }
  | ({ readonly kind: 'authorized' } & Held)
  | Captured
  | ({ readonly kind: 'refunded'; readonly refunds: readonly Refund[] } & Held)
  | ({ readonly kind: 'voided'; readonly reason: VoidReason; readonly voidedAt: string } & Held)
  | { readonly kind: 'cancelled'; readonly cancelledAt: string }
  | { readonly kind: 'expired'; readonly expiredAt: string };
