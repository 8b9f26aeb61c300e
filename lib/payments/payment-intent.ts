import type { Claim } from '@/lib/access/claim';
import type { Uuid } from '@/lib/ids/uuid';
import type { PaymentIntent } from '@/lib/intents/intent';
import type { MoneyWire } from '@/lib/money/wire';

/** A payment that nobody has confirmed by then is over. */
export const PAY_WITHIN_MS = 60 * 60 * 1000;

/**
 * What a payer is asked to confirm, worked out in the same way by the screen that shows amount and
 * payee and by the server that moves the money.
 */
export function paymentIntentOf(
  payment: {
    readonly id: Uuid;
    readonly amount: MoneyWire;
    readonly payee: string;
    readonly createdAt: string;
  },
  payer: Claim,
): PaymentIntent {
  const { id: paymentId, payee, createdAt } = payment;
  const { amount, currency } = payment.amount;
  const expiresAt = new Date(Date.parse(createdAt) + PAY_WITHIN_MS).toISOString();
  return { purpose: 'payment', paymentId, amount, currency, payee, payer, expiresAt };
}
