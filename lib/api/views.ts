import type { OrderView, PaymentView } from '@/lib/api/orders';
import { money, type Money } from '@/lib/money/money';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import type { Order } from '@/lib/orders/order';
import { unavailableOf } from '@/lib/orders/served';
import { refundedAmount } from '@/lib/payments/captured';
import type { Payment } from '@/lib/payments/payment';

/** A payment as screens may know it: no ids of people or accounts, a masked name at most. */
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

export function viewOrder(order: Order): OrderView {
  return {
    id: order.id,
    ticket: order.ticket,
    channel: order.channel,
    items: order.items.map(({ name, choices, quantity, total }, index) => ({
      name,
      choices,
      quantity,
      total: toWire(total),
      unavailable: unavailableOf(order).includes(index),
    })),
    total: toWire(order.total),
    state: order.state,
    createdAt: order.createdAt,
  };
}

/** What may still be given back: nothing unless captured. */
export function refundable({ state, amount }: Payment): MoneyWire {
  const left = state.kind === 'captured' ? state.escrow.amount + state.earned.amount : 0n;
  return toWire(money(left, amount.currency));
}

/** A wholly refunded payment was captured for what was given back. */
function capturedOf({ state, amount: { currency } }: Payment): Money {
  if (state.kind === 'captured') return state.captured;
  return money(state.kind === 'refunded' ? refundedAmount(state.refunds) : 0n, currency);
}
