import type { Uuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import type { Channel } from '@/lib/orders/order';
import type { DeclineReason, Dispute, Payer, PaymentState, Refund, VoidReason } from './state';
import { applyRefund, openDispute, releaseFunds } from './captured';

export type PaymentEvent =
  | { readonly kind: 'challenge'; readonly challengeId: Uuid }
  | { readonly kind: 'decline'; readonly at: string; readonly reason: DeclineReason }
  | {
      readonly kind: 'authorize';
      readonly at: string;
      readonly payer: Payer;
      readonly holdId: string;
    }
  /** Takes `amount` of the hold; the rest of it is free again. */
  | {
      readonly kind: 'capture';
      readonly at: string;
      readonly amount: Money;
      readonly into: 'merchant' | 'escrow';
    }
  | { readonly kind: 'void'; readonly at: string; readonly reason: VoidReason }
  /** Moves `amount` out of the escrow to the merchant. */
  | { readonly kind: 'release'; readonly at: string; readonly amount: Money }
  | { readonly kind: 'refund'; readonly refund: Refund }
  | { readonly kind: 'dispute'; readonly dispute: Dispute }
  | { readonly kind: 'cancel'; readonly at: string }
  /** Nobody paid in time. */
  | { readonly kind: 'expire'; readonly at: string };

export interface Payment {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly storeId: string;
  readonly merchantId: string;
  /** Name of the payee as the payer saw it. */
  readonly payee: string;
  readonly channel: Channel;
  /** What the payer is asked for, the tip included. */
  readonly amount: Money;
  readonly tip: Money;
  /** The platform's share, in hundredths of a percent, as agreed when the payment was made. */
  readonly feeBasisPoints: number;
  readonly state: PaymentState;
  /** Counts the changes; the compare in compare-and-set. */
  readonly version: number;
  readonly createdAt: string;
}

/**
 * @returns the next state, or undefined when the event does not apply in this one
 *   (more than the hold, than the escrow, than what is left to refund included).
 */
export function transition(
  state: PaymentState,
  event: PaymentEvent,
  amount: Money,
): PaymentState | undefined {
  switch (event.kind) {
    case 'challenge':
    case 'decline':
    case 'authorize':
    case 'cancel':
    case 'expire':
      return isPayable(state) ? beforePaid(event) : undefined;
    case 'capture':
      return state.kind === 'authorized' ? captured(state, event, amount) : undefined;
    case 'void':
      return state.kind === 'authorized'
        ? { ...state, kind: 'voided', reason: event.reason, voidedAt: event.at }
        : undefined;
    case 'release':
      return state.kind === 'captured' ? releaseFunds(state, event.amount) : undefined;
    case 'refund':
      return state.kind === 'captured' ? applyRefund(state, event.refund) : undefined;
    case 'dispute':
      return state.kind === 'captured' ? openDispute(state, event.dispute) : undefined;
    default:
      return event satisfies never;
  }
}

/** A failed face or an empty wallet does not end a payment: another try may still pay it. */
function isPayable(state: PaymentState): boolean {
  return state.kind === 'created' || state.kind === 'challenged' || state.kind === 'declined';
}

function beforePaid(
  event: Extract<
    PaymentEvent,
    { kind: 'challenge' | 'decline' | 'authorize' | 'cancel' | 'expire' }
  >,
): PaymentState {
  switch (event.kind) {
    case 'challenge':
      return { kind: 'challenged', challengeId: event.challengeId };
    case 'decline':
      return { kind: 'declined', reason: event.reason, declinedAt: event.at };
    case 'authorize': {
      const { payer, holdId, at } = event;
      return { kind: 'authorized', payer, holdId, authorizedAt: at };
    }
    case 'cancel':
      return { kind: 'cancelled', cancelledAt: event.at };
    case 'expire':
      return { kind: 'expired', expiredAt: event.at };
    default:
      return event satisfies never;
  }
}

function captured(
  state: Extract<PaymentState, { kind: 'authorized' }>,
  { at, amount, into }: Extract<PaymentEvent, { kind: 'capture' }>,
  held: Money,
): PaymentState | undefined {
  if (amount.currency !== held.currency || amount.amount <= 0n) return undefined;
  if (amount.amount > held.amount) return undefined;
  const nothing = money(0, amount.currency);
  return {
    ...state,
    kind: 'captured',
    capturedAt: at,
    captured: amount,
    escrow: into === 'escrow' ? amount : nothing,
    earned: into === 'escrow' ? nothing : amount,
    refunds: [],
  };
}
