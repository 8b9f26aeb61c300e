import type { OrderView, PaymentView } from '@/lib/api/orders';
import { money } from '@/lib/money/money';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import type { Order } from '@/lib/orders/order';
import { refundedAmount, type Payment } from '@/lib/payments/payment';

/** A payment as screens may know it: no ids of people or accounts, a masked name at most. */
export function viewPayment(payment: Payment, maskedPayer: string | null): PaymentView {
  const { state, amount } = payment;
  return {
    id: payment.id,
    payee: payment.payee,
    amount: toWire(amount),
    status: state.kind,
    payer: 'payer' in state ? maskedPayer : null,
    method: 'payer' in state ? state.payer.method : null,
    refunded: toWire(
      money('refunds' in state ? refundedAmount(state.refunds) : 0n, amount.currency),
    ),
    createdAt: payment.createdAt,
  };
}

export function viewOrder(order: Order): OrderView {
  return {
    id: order.id,
    ticket: order.ticket,
    channel: order.channel,
    items: order.items.map(({ name, choices, quantity, total }) => ({
      name,
      choices,
      quantity,
      total: toWire(total),
    })),
    total: toWire(order.total),
    state: order.state,
    createdAt: order.createdAt,
  };
}

/** What may still be given back: nothing unless captured. */
export function refundable({ state, amount }: Payment): MoneyWire {
  const left = state.kind === 'captured' ? amount.amount - refundedAmount(state.refunds) : 0n;
  return toWire(money(left, amount.currency));
}
