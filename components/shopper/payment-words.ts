import type { PaymentOutcome } from '@/lib/api/payments';
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
export function paymentWords({ payment, order }: PaymentOutcome): PaymentWords {
  const { payee } = payment;
  switch (payment.status) {
    case 'created':
    case 'challenged':
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
    default:
      return payment.status satisfies never;
  }
}

/** @returns whether something may still happen without the guest doing anything. */
export function isMoving({ payment, order }: PaymentOutcome): boolean {
  if (payment.status === 'authorized') return true;
  return payment.status === 'captured' && ['accepted', 'ready'].includes(order.state.kind);
}

function capturedWords({ payment, order }: PaymentOutcome): PaymentWords {
  if (payment.refunded.amount !== '0') {
    return {
      tone: 'go',
      title: 'Paid, partly given back',
      body: `Thank you from ${payment.payee}.`,
    };
  }
  if (order.state.kind === 'ready') {
    return { tone: 'go', title: 'Ready for you', body: `Your number is ${order.ticket}.` };
  }
  if (order.state.kind === 'accepted') {
    return { tone: 'go', title: 'Paid', body: `${payment.payee} is getting it ready.` };
  }
  return { tone: 'go', title: 'Paid', body: `Thank you from ${payment.payee}.` };
}

function whyVoided({ state }: PaymentOutcome['order']): string {
  if (state.kind === 'rejected') return REJECTED[state.reason];
  return 'Nobody answered in time.';
}
