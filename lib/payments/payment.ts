import type { Channel, RejectReason } from '@/lib/orders/order';
import type { Money } from '@/lib/money/money';

export const PAYMENT_METHODS = ['face', 'pin'] as const;
/** How the payer was recognised; both move the same money at the same price. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Who pays, from which account. */
export interface Payer {
  readonly shopperId: string;
  readonly accountId: string;
  readonly method: PaymentMethod;
}

/** Part or all of a captured payment given back; a transfer of its own. */
export interface Refund {
  readonly transferId: string;
  readonly amount: Money;
  readonly refundedAt: string;
}

/** Money held, then taken: what an authorized payment carries on. */
interface Held {
  readonly payer: Payer;
  readonly holdId: string;
  readonly authorizedAt: string;
}

export type VoidReason = RejectReason | 'unanswered';

/** Where a payment is. An authorized one has its hold, a captured one its refunds. */
export type PaymentState =
  | { readonly kind: 'created' }
  | { readonly kind: 'challenged'; readonly challengeId: string }
  | ({ readonly kind: 'authorized' } & Held)
  | ({
      readonly kind: 'captured';
      readonly capturedAt: string;
      readonly refunds: readonly Refund[];
    } & Held)
  | ({ readonly kind: 'refunded'; readonly refunds: readonly Refund[] } & Held)
  | ({ readonly kind: 'voided'; readonly reason: VoidReason; readonly voidedAt: string } & Held)
  | { readonly kind: 'cancelled'; readonly cancelledAt: string };

export type PaymentEvent =
  | { readonly kind: 'challenge'; readonly challengeId: string }
  | {
      readonly kind: 'authorize';
      readonly at: string;
      readonly payer: Payer;
      readonly holdId: string;
    }
  | { readonly kind: 'capture'; readonly at: string }
  | { readonly kind: 'void'; readonly at: string; readonly reason: VoidReason }
  | { readonly kind: 'refund'; readonly refund: Refund }
  | { readonly kind: 'cancel'; readonly at: string };

export interface Payment {
  readonly id: string;
  readonly orderId: string;
  readonly storeId: string;
  readonly merchantId: string;
  /** Name of the payee as the payer saw it. */
  readonly payee: string;
  readonly channel: Channel;
  readonly amount: Money;
  readonly state: PaymentState;
  /** Counts the changes; the compare in compare-and-set. */
  readonly version: number;
  readonly createdAt: string;
}

/**
 * @returns the next state, or undefined when the event does not apply in this one
 *   (a refund of more than is left included).
 */
export function transition(
  state: PaymentState,
  event: PaymentEvent,
  amount: Money,
): PaymentState | undefined {
  switch (event.kind) {
    case 'challenge':
      return isPayable(state) ? { kind: 'challenged', challengeId: event.challengeId } : undefined;
    case 'authorize':
      return isPayable(state)
        ? { kind: 'authorized', payer: event.payer, holdId: event.holdId, authorizedAt: event.at }
        : undefined;
    case 'capture':
      return state.kind === 'authorized'
        ? { ...state, kind: 'captured', capturedAt: event.at, refunds: [] }
        : undefined;
    case 'void':
      return state.kind === 'authorized'
        ? { ...state, kind: 'voided', reason: event.reason, voidedAt: event.at }
        : undefined;
    case 'refund':
      return state.kind === 'captured' ? refunded(state, event.refund, amount) : undefined;
    case 'cancel':
      return isPayable(state) ? { kind: 'cancelled', cancelledAt: event.at } : undefined;
    default:
      return event satisfies never;
  }
}

/** A failed face does not end a payment: the next challenge, or the PIN, may still pay it. */
export function isPayable(state: PaymentState): boolean {
  return state.kind === 'created' || state.kind === 'challenged';
}

/** Minor units given back so far. */
export function refundedAmount(refunds: readonly Refund[]): bigint {
  return refunds.reduce((sum, refund) => sum + refund.amount.amount, 0n);
}

function refunded(
  state: Extract<PaymentState, { kind: 'captured' }>,
  refund: Refund,
  amount: Money,
): PaymentState | undefined {
  if (refund.amount.currency !== amount.currency || refund.amount.amount <= 0n) return undefined;
  const refunds = [...state.refunds, refund];
  const total = refundedAmount(refunds);
  if (total > amount.amount) return undefined;
  if (total < amount.amount) return { ...state, refunds };
  const { payer, holdId, authorizedAt } = state;
  return { kind: 'refunded', payer, holdId, authorizedAt, refunds };
}
