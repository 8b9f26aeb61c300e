import type { PaymentOutcome } from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import { request, type Answer, type Refusal } from './request';

/** After these the payment may have gone through all the same: ask before saying no. */
const PERHAPS_PAID: readonly ProblemCode[] = [
  'unavailable',
  'internal',
  'wrong-state',
  'challenge-used',
];

export type Settled =
  | { readonly kind: 'paid'; readonly outcome: PaymentOutcome }
  | ({ readonly kind: 'refused' } & Refusal);

/** What an attempt to pay came to, even when its answer was lost on the way. */
export async function settle(paymentId: string, answer: Answer<PaymentOutcome>): Promise<Settled> {
  if (answer.ok) return { kind: 'paid', outcome: answer.value };
  const { code, retryAfterSeconds } = answer.problem;
  if (PERHAPS_PAID.includes(code)) {
    const now = await request<PaymentOutcome>('GET', `/api/payments/${paymentId}`);
    if (now.ok && isPaid(now.value)) return { kind: 'paid', outcome: now.value };
  }
  return { kind: 'refused', code, retryAfterSeconds };
}

export function isPaid({ payment }: PaymentOutcome): boolean {
  return payment.status === 'authorized' || payment.status === 'captured';
}

/** @returns whether the payment still waits for someone to pay it. */
export function isPayable({ payment }: PaymentOutcome): boolean {
  return ['created', 'challenged', 'declined'].includes(payment.status);
}
