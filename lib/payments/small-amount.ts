import { CURRENCY_FACTS } from '@/lib/money/currency';
import type { Money } from '@/lib/money/money';

/** A small payment asks for less of the person; what it costs to be wrong is small as well. */
export function isSmall({ amount, currency }: Money): boolean {
  return amount <= CURRENCY_FACTS[currency].smallMax;
}
