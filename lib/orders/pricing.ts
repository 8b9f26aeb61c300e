import { add, money, times, type Money } from '@/lib/money/money';
import { divideHalfEven } from '@/lib/money/round';
import type { Choice, Menu, OptionGroup } from './menu';

/** What a guest asked for; ids only, because nobody trusts a price that a client sent. */
export interface OrderLine {
  readonly productId: string;
  readonly quantity: number;
  readonly choiceIds: readonly string[];
}

/** A priced line as it is kept with the order: names and prices as they were then. */
export interface OrderItem {
  readonly productId: string;
  readonly name: string;
  readonly choices: readonly string[];
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly total: Money;
}

export type PricingProblem = 'unknown-product' | 'sold-out' | 'wrong-options' | 'empty-order';

export type Priced =
  | { readonly ok: true; readonly items: readonly OrderItem[]; readonly total: Money }
  | { readonly ok: false; readonly code: PricingProblem };

/** Prices an order from the menu alone. */
export function priceOrder(menu: Menu, lines: readonly OrderLine[]): Priced {
  if (lines.length === 0) return { ok: false, code: 'empty-order' };
  const items: OrderItem[] = [];
  for (const line of lines) {
    const priced = priceLine(menu, line);
    if ('code' in priced) return { ok: false, code: priced.code };
    items.push(priced);
  }
  const total = items.reduce((sum, item) => add(sum, item.total), money(0, menu.currency));
  return { ok: true, items, total };
}

/** A tip of so many percent of the price, to the nearest minor unit. @requires 0 … 100 */
export function tipOf(total: Money, percent: number): Money {
  return money(divideHalfEven(total.amount * BigInt(percent), 100n), total.currency);
}

function priceLine(menu: Menu, line: OrderLine): OrderItem | { code: PricingProblem } {
  const product = menu.products.find(({ id }) => id === line.productId);
  if (!product) return { code: 'unknown-product' };
  if (!product.available) return { code: 'sold-out' };
  const picked = pickChoices(product.optionGroups, line.choiceIds);
  if (!picked) return { code: 'wrong-options' };
  const unitPrice = picked.reduce((sum, choice) => add(sum, choice.extra), product.price);
  return {
    productId: product.id,
    name: product.name,
    choices: picked.map((choice) => choice.name),
    quantity: line.quantity,
    unitPrice,
    total: times(unitPrice, line.quantity),
  };
}

/** @returns the choices, or undefined when one is unknown, doubled or a group's bounds are missed. */
function pickChoices(
  groups: readonly OptionGroup[],
  ids: readonly string[],
): readonly Choice[] | undefined {
  if (new Set(ids).size !== ids.length) return undefined;
  const picked: Choice[] = [];
  for (const group of groups) {
    const here = group.choices.filter(({ id }) => ids.includes(id));
    if (here.length < group.min || here.length > group.max) return undefined;
    picked.push(...here);
  }
  return picked.length === ids.length ? picked : undefined;
}
