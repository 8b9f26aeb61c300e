import type { PlacedOrder } from '@/lib/api/orders';
import type { RejectReason } from '@/lib/orders/order';

export interface PaymentWords {
  readonly tone: 'plain' | 'go' | 'stop';
  readonly title: string;
  readonly body: string;
}

const REJECTED: Record<RejectReason, string> = {
  'sold-out': 'Something in your order had just sold out.',
  'too-busy': 'They have more orders than they can make right now.',
  closing: 'They were about to close.',
  other: 'They could not take your order.',
};

/** Where payment and order are, as the person who paid would put it. */
export function paymentWords({ payment, order }: PlacedOrder): PaymentWords {
  const { payee } = payment;
  switch (payment.status) {
    case 'created':
    case 'declined':
      return { tone: 'plain', title: 'Not paid yet', body: 'Nothing has left your wallet.' };
    case 'authorized':
      return {
        tone: 'plain',
        title: `Waiting for ${payee}`,
        body: 'The money is set aside and moves once they accept your order.',
      };
    case 'captured':
      return capturedWords({ payment, order });
    case 'refunded':
      return { tone: 'go', title: 'Given back', body: 'All of it is in your wallet again.' };
    case 'voided':
      return {
        tone: 'stop',
        title: 'Not charged',
        body: `${whyVoided(order)} The money is yours again.`,
      };
    case 'cancelled':
      return { tone: 'plain', title: 'Cancelled', body: 'Nothing was paid.' };
    case 'expired':
      return { tone: 'plain', title: 'Too late', body: 'This order was not paid in time.' };
    default:
      return payment.status satisfies never;
  }
}

/** @returns whether something may still happen without the guest doing anything. */
export function isMoving({ payment, order }: PlacedOrder): boolean {
  if (payment.status === 'authorized') return true;
  return payment.status === 'captured' && MOVING.includes(order.state.kind);
}

const MOVING: readonly string[] = ['accepted', 'ready', 'dispatched'];

/** @returns whether the money waits for the goods, and the shopper has a say in it. */
export function waitsForGoods({ payment }: PlacedOrder): boolean {
  return payment.status === 'captured' && payment.escrow.amount !== '0';
}

function capturedWords({ payment, order }: PlacedOrder): PaymentWords {
  const { payee } = payment;
  const thanks = `Thank you from ${payee}.`;
  if (payment.dispute) {
    return {
      tone: 'stop',
      title: 'We are looking into it',
      body: `The money waits with us until it is settled. ${payee} knows.`,
    };
  }
  if (payment.refunded.amount !== '0') {
    return { tone: 'go', title: 'Paid, partly given back', body: thanks };
  }
  if (order.state.kind === 'dispatched') {
    return {
      tone: 'go',
      title: 'On its way',
      body: `${payee} gets the money when it has reached you.`,
    };
  }
  if (order.state.kind === 'ready') {
    return { tone: 'go', title: 'Ready for you', body: `Your number is ${order.ticket}.` };
  }
  if (order.state.kind === 'accepted') {
    return { tone: 'go', title: 'Paid', body: `${payee} is getting it ready.` };
  }
  return { tone: 'go', title: 'Paid', body: thanks };
}

function whyVoided({ state }: PlacedOrder['order']): string {
  if (state.kind === 'rejected') return REJECTED[state.reason];
  return 'Nobody answered in time.';
}
