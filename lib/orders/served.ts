import { money, type Money } from '@/lib/money/money';
import { done, refused, type Result } from '@/lib/result';
import type { Order } from './order';

/** Positions of items that the staff could not serve; they are not charged. */
export function unavailableOf({ state }: Pick<Order, 'state'>): readonly number[] {
  return 'unavailable' in state ? (state.unavailable ?? []) : [];
}

/**
 * What the items that can be served cost.
 *
 * @param unavailable positions in `order.items`, each once
 * @returns `nothing-left` also when a position does not exist or is doubled
 */
export function servedTotal(
  { items, total }: Pick<Order, 'items' | 'total'>,
  unavailable: readonly number[],
): Result<Money, 'nothing-left'> {
  const missing = new Set(unavailable);
  const known = unavailable.every((index) => items[index] !== undefined);
  if (!known || missing.size !== unavailable.length) return refused('nothing-left');
  if (missing.size >= items.length) return refused('nothing-left');
  let left: bigint = total.amount;
  for (const index of missing) left -= items[index]?.total.amount ?? 0n;
  return left > 0n ? done(money(left, total.currency)) : refused('nothing-left');
}
