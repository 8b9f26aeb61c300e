import type { CurrencyCode } from '@/lib/money/currency';
import { minor, type Money } from '@/lib/money/money';

/** What a meal for one costs, roughly the same everywhere. */
const SMALL_MAX = {
  CNY: minor(200_00n),
  EUR: minor(25_00n),
  USD: minor(30_00n),
  JPY: minor(4_000n),
} as const satisfies Record<CurrencyCode, bigint>;

/** A small payment asks for less of the person; what it costs to be wrong is small as well. */
export function isSmall({ amount, currency }: Money): boolean {
  return amount <= SMALL_MAX[currency];
}
