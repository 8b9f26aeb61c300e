import { add, money, type Money } from '@/lib/money/money';
import type { Captured, Dispute, PaymentState, Refund } from './state';

/** Minor units given back so far. */
export function refundedAmount(refunds: readonly Refund[]): bigint {
  return refunds.reduce((sum, refund) => sum + refund.amount.amount, 0n);
}

/** @returns undefined when the escrow does not have it. The last of it ends a dispute. */
export function releaseFunds(state: Captured, amount: Money): Captured | undefined {
  if (!isPart(amount, state.escrow)) return undefined;
  const escrow = less(state.escrow, amount.amount);
  const earned = add(state.earned, amount);
  return settled({ ...state, escrow, earned });
}

/** @returns undefined when more is asked than is left, or this refund was given before. */
export function applyRefund(state: Captured, refund: Refund): PaymentState | undefined {
  if (state.refunds.some(({ transferId }) => transferId === refund.transferId)) return undefined;
  const left = add(state.escrow, state.earned);
  if (!isPart(refund.amount, left)) return undefined;
  const { fromEscrow, fromMerchant } = splitRefund(state, refund.amount);
  const refunds = [...state.refunds, refund];
  const escrow = less(state.escrow, fromEscrow.amount);
  const earned = less(state.earned, fromMerchant.amount);
  if (escrow.amount + earned.amount > 0n) return settled({ ...state, escrow, earned, refunds });
  const { payer, holdId, authorizedAt } = state;
  return { kind: 'refunded', payer, holdId, authorizedAt, refunds };
}

/** Only money that waits in escrow can be disputed, and once. */
export function openDispute(state: Captured, dispute: Dispute): Captured | undefined {
  const open = state.escrow.amount > 0n && state.dispute === undefined;
  return open ? { ...state, dispute } : undefined;
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
  if (state.escrow.amount > 0n) return state;
  return { ...state, dispute: undefined };
}

function isPart(amount: Money, whole: Money): boolean {
  return amount.currency === whole.currency && amount.amount > 0n && amount.amount <= whole.amount;
}

function less(from: Money, amount: bigint): Money {
  return money(from.amount - amount, from.currency);
}
