import type { RejectReason } from '@/lib/orders/order';

export const REJECT_WORDS: Record<RejectReason, string> = {
  'sold-out': 'Sold out',
  'too-busy': 'Too busy right now',
  closing: 'We are closing',
  other: 'Another reason',
};
