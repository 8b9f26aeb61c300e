import type { StatementKind } from '@/lib/api/merchant';

/** Why money moved, as a merchant's statement says it. */
export const STATEMENT_WORDS: Record<StatementKind, string> = {
  capture: 'Sale',
  release: 'Goods arrived',
  refund: 'Given back',
  fee: 'Fee',
  'fee-refund': 'Fee, back',
  payout: 'Paid out',
  correction: 'Correction',
};
