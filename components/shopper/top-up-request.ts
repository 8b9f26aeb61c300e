import { v7 as makeId } from 'uuid';
import type { TopUp } from '@/lib/api/wallet';
import type { MoneyWire } from '@/lib/money/wire';

/**
 * A second try at the same amount is the same top-up, for the first may have arrived
 * although its answer did not; another amount is another one.
 */
export function topUpRequest(before: TopUp | undefined, amount: MoneyWire): TopUp {
  const same =
    before?.amount.amount === amount.amount && before.amount.currency === amount.currency;
  return same ? before : { id: makeId(), amount };
}
