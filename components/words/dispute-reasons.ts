import type { DisputeReason } from '@/lib/payments/state';

/** What may be wrong with goods, as the shopper picks it and the shop reads it. */
export const DISPUTE_WORDS: Record<DisputeReason, string> = {
  'not-arrived': 'It has not arrived',
  damaged: 'It is damaged',
  'not-as-described': 'It is not what I ordered',
  other: 'Something else',
};
