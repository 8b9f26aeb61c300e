import type { Uuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import { refundedAmount } from './captured';
import type { Payment } from './payment';
import type { Dispute, PaymentState } from './state';
import type { PaymentMethod } from './ways';

export type PaymentStatus = PaymentState['kind'];

/** A payment as screens may know it: no ids of people or accounts, a masked name at most. */
export interface PaymentView {
  readonly id: Uuid;
  readonly payee: string;
  /** What was asked for, the tip included. */
  readonly amount: MoneyWire;
  readonly tip: MoneyWire;
  /** What was taken; less than the amount when something was unavailable. Zero until then. */
  readonly captured: MoneyWire;
  readonly status: PaymentStatus;
  /** `Mina L.` once someone paid. */
  readonly payer: string | null;
  readonly method: PaymentMethod | null;
  readonly refunded: MoneyWire;
  /** Online: what waits in escrow for the goods to arrive. */
  readonly escrow: MoneyWire;
  /** The shopper said that something is wrong; the escrow waits for it to be settled. */
  readonly dispute: Dispute | null;
  readonly createdAt: string;
}

export function viewPayment(payment: Payment, maskedPayer: string | null): PaymentView {
  const { state, amount } = payment;
  const { currency } = amount;
  const nothing = money(0, currency);
  const refunded = money('refunds' in state ? refundedAmount(state.refunds) : 0n, currency);
  return {
    id: payment.id,
    payee: payment.payee,
    amount: toWire(amount),
    tip: toWire(payment.tip),
    captured: toWire(capturedOf(payment)),
    status: state.kind,
    payer: 'payer' in state ? maskedPayer : null,
    method: 'payer' in state ? state.payer.method : null,
    refunded: toWire(refunded),
    escrow: toWire(state.kind === 'captured' ? state.escrow : nothing),
    dispute: (state.kind === 'captured' && state.dispute) || null,
    createdAt: payment.createdAt,
  };
}

/** A wholly refunded payment was captured for what was given back. */
function capturedOf({ state, amount: { currency } }: Payment): Money {
  if (state.kind === 'captured') return state.captured;
  return money(state.kind === 'refunded' ? refundedAmount(state.refunds) : 0n, currency);
}
