import type { FeeTerms } from '@/lib/ledger/fee';
import type { Uuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import { done, refused, type Result } from '@/lib/result';
import { applyRefund, openDispute, releaseEscrow, type RefundRefusal } from './captured';
import type { PaymentSource } from './source';
import type { DeclineReason, Dispute, Payer, PaymentState, Refund, VoidReason } from './state';

export type PaymentEvent =
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
  readonly source: PaymentSource;
  readonly storeId: string;
  readonly merchantId: string;
  /** Name of the payee as the payer saw it. */
  readonly payee: string;
  /** What the payer is asked for, the tip included. */
  readonly amount: Money;
  readonly tip: Money;
  /** As agreed when the payment was made: new terms are for new payments. */
  readonly feeTerms: FeeTerms;
  readonly state: PaymentState;
  /** Counts the changes; the compare in compare-and-set. */
  readonly version: number;
  readonly createdAt: string;
}

export type PaymentRefusal =
  /** The event does not apply in this state (any more). */
  'wrong-state' | RefundRefusal;

/** @param amount what the payer is asked for */
export function transition(
  state: PaymentState,
  event: PaymentEvent,
  amount: Money,
): Result<PaymentState, PaymentRefusal> {
  switch (event.kind) {
    case 'decline':
    case 'authorize':
    case 'cancel':
    case 'expire':
      return isPayable(state) ? done(beforePaid(event)) : refused('wrong-state');
    case 'capture':
      return state.kind === 'authorized' ? captured(state, event, amount) : refused('wrong-state');
    case 'void':
      return state.kind === 'authorized'
        ? done({ ...state, kind: 'voided', reason: event.reason, voidedAt: event.at })
        : refused('wrong-state');
    case 'release':
      return state.kind === 'captured'
        ? releaseEscrow(state, event.amount)
        : refused('wrong-state');
    case 'refund':
      return 'refunds' in state ? applyRefund(state, event.refund, amount) : refused('wrong-state');
    case 'dispute':
      return state.kind === 'captured' ? openDispute(state, event.dispute) : refused('wrong-state');
    default:
      return event satisfies never;
  }
}

const PAYABLE = ['created', 'declined'] as const satisfies readonly PaymentState['kind'][];

/** A failed face or an empty wallet does not end a payment: another try may still pay it. */
export function isPayable({ kind }: { readonly kind: PaymentState['kind'] }): boolean {
  return PAYABLE.some((payable) => payable === kind);
}

function beforePaid(
  event: Extract<PaymentEvent, { kind: 'decline' | 'authorize' | 'cancel' | 'expire' }>,
): PaymentState {
  switch (event.kind) {
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
): Result<PaymentState, 'amount-out-of-range'> {
  const fits = amount.currency === held.currency && amount.amount > 0n;
  if (!fits || amount.amount > held.amount) return refused('amount-out-of-range');
  const nothing = money(0, amount.currency);
  return done({
    ...state,
    kind: 'captured',
    capturedAt: at,
    captured: amount,
    escrow: into === 'escrow' ? amount : nothing,
    earned: into === 'escrow' ? nothing : amount,
    refunds: [],
  });
}
