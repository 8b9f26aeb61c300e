import type { PlacedOrder } from '@/lib/api/orders';
import type { PaidByPin } from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import { isPayable as mayBePaid } from '@/lib/payments/payment';
import { request, type Answer, type Refusal } from './request';

/** After these the payment may have gone through all the same: ask before saying no. */
const PERHAPS_PAID: readonly ProblemCode[] = [
  'unavailable',
  'internal',
  'wrong-state',
  'challenge-used',
];

export type Settled =
  | { readonly kind: 'paid'; readonly placed: PlacedOrder }
  | ({ readonly kind: 'refused' } & Refusal);

/** What an attempt to pay came to, even when its answer was lost on the way. */
export async function settle(paymentId: string, answer: Answer<PlacedOrder>): Promise<Settled> {
  if (answer.ok) return { kind: 'paid', placed: answer.value };
  const { code, retryAfterSeconds } = answer.problem;
  if (PERHAPS_PAID.includes(code)) {
    const now = await request<PlacedOrder>('GET', `/api/payments/${paymentId}`);
    if (now.ok && isPaid(now.value)) return { kind: 'paid', placed: now.value };
  }
  return { kind: 'refused', code, retryAfterSeconds };
}

export function isPaid({ payment }: PlacedOrder): boolean {
  return payment.status === 'authorized' || payment.status === 'captured';
}

/** @returns whether the payment still waits for someone to pay it. */
export function isPayable({ payment }: PlacedOrder): boolean {
  return mayBePaid({ kind: payment.status });
}

/** @returns whether the answer to a PIN says that the smile before it may be remembered. */
export function isPictureOffered(answer: Answer<PlacedOrder | PaidByPin>): boolean {
  return answer.ok && 'pictureOffered' in answer.value && answer.value.pictureOffered;
}
