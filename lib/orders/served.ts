import { money, type Money } from '@/lib/money/money';
import type { Order } from './order';

/** Positions of items that the staff could not serve; they are not charged. */
export function unavailableOf({ state }: Pick<Order, 'state'>): readonly number[] {
  return 'unavailable' in state ? (state.unavailable ?? []) : [];
}

/**
 * What the items that can be served cost.
 *
 * @param unavailable positions in `order.items`, each once
 * @returns undefined when a position does not exist or is doubled, or nothing is left
 */
export function servedTotal(
  { items, total }: Pick<Order, 'items' | 'total'>,
  unavailable: readonly number[],
): Money | undefined {
  const missing = new Set(unavailable);
  const known = unavailable.every((index) => items[index] !== undefined);
  if (!known || missing.size !== unavailable.length) return undefined;
  if (missing.size >= items.length) return undefined;
  let left: bigint = total.amount;
  for (const index of missing) left -= items[index]?.total.amount ?? 0n;
  return left > 0n ? money(left, total.currency) : undefined;
}
