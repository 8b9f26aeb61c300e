import { add, money, type Money } from '@/lib/money/money';
import { done, refused, type Result } from '@/lib/result';
import type { Captured, Dispute, PaymentState, Refund } from './state';

/** Minor units given back so far. */
export function refundedAmount(refunds: readonly Refund[]): bigint {
  return refunds.reduce((sum, refund) => sum + refund.amount.amount, 0n);
}

/** What may still be given back: nothing unless captured. */
export function refundableOf(state: PaymentState, { currency }: Money): Money {
  return state.kind === 'captured' ? add(state.escrow, state.earned) : money(0, currency);
}

/** The last of the escrow ends a dispute. */
export function releaseEscrow(
  state: Captured,
  amount: Money,
): Result<Captured, 'wrong-state' | 'amount-out-of-range'> {
  if (state.escrow.amount === 0n) return refused('wrong-state');
  if (!isPart(amount, state.escrow)) return refused('amount-out-of-range');
  const escrow = less(state.escrow, amount.amount);
  const earned = add(state.earned, amount);
  return done(settled({ ...state, escrow, earned }));
}

export type RefundRefusal =
  /** This refund was given before, with the same amount: nothing is left to do. */
  | 'already-done'
  /** The id was used for a refund of another amount. */
  | 'id-reused'
  | 'amount-out-of-range'
  | 'over-refund';

/** Gives part or all of what is left back. A repeated refund is recognised first, whatever is left. */
export function applyRefund(
  state: Extract<PaymentState, { refunds: unknown }>,
  refund: Refund,
  { currency }: Money,
): Result<PaymentState, RefundRefusal> {
  const { amount, transferId } = refund;
  const earlier = state.refunds.find((one) => one.transferId === transferId);
  if (earlier) return refused(isEqual(earlier.amount, amount) ? 'already-done' : 'id-reused');
  if (amount.currency !== currency || amount.amount <= 0n) return refused('amount-out-of-range');
  const left = refundableOf(state, amount);
  if (state.kind === 'refunded' || amount.amount > left.amount) return refused('over-refund');
  const { fromEscrow, fromMerchant } = splitRefund(state, amount);
  const refunds = [...state.refunds, refund];
  const escrow = less(state.escrow, fromEscrow.amount);
  const earned = less(state.earned, fromMerchant.amount);
  if (amount.amount < left.amount) return done(settled({ ...state, escrow, earned, refunds }));
  const { payer, holdId, authorizedAt } = state;
  return done({ kind: 'refunded', payer, holdId, authorizedAt, refunds });
}

/** Only money that waits in escrow can be disputed, and once. */
export function openDispute(state: Captured, dispute: Dispute): Result<Captured, 'wrong-state'> {
  const open = state.escrow.amount > 0n && state.dispute === undefined;
  return open ? done({ ...state, dispute }) : refused('wrong-state');
}

/** A refund takes what still waits in escrow first: the merchant has not had that yet. */
export function splitRefund(
  { escrow }: Captured,
  { amount, currency }: Money,
): { readonly fromEscrow: Money; readonly fromMerchant: Money } {
  const waiting = amount < escrow.amount ? amount : escrow.amount;
  return { fromEscrow: money(waiting, currency), fromMerchant: money(amount - waiting, currency) };
}

/** With the last of the escrow gone there is nothing left to dispute. */
function settled(state: Captured): Captured {
  const { dispute, ...rest } = state;
  return dispute && state.escrow.amount === 0n ? rest : state;
}

function isPart(amount: Money, whole: Money): boolean {
  return amount.currency === whole.currency && amount.amount > 0n && amount.amount <= whole.amount;
}

function isEqual(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}

function less(from: Money, amount: bigint): Money {
  return money(from.amount - amount, from.currency);
}
