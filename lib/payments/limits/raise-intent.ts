import type { RaiseLimitIntent } from '@/lib/intents/intent';
import type { CurrencyCode } from '@/lib/money/currency';
import type { FaceLimits } from './face-limits';

/** What somebody confirms who wants a face alone to pay more than now. */
export function raiseLimitIntentOf(
  shopperId: string,
  { perPayment, perDay, smallOnly }: FaceLimits,
  currency: CurrencyCode,
  expiresAt: Date,
): RaiseLimitIntent {
  return {
    purpose: 'raise-limit',
    shopperId,
    perPayment: perPayment.toString(),
    perDay: perDay.toString(),
    currency,
    amounts: smallOnly ? 'small' : 'all',
    expiresAt: expiresAt.toISOString(),
  };
}
