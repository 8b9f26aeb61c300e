import { describe, expect, it } from 'vitest';
import { money } from '@/lib/money/money';
import type { Menu } from './menu';
import { priceOrder, type OrderLine } from './pricing';

const menu: Menu = {
  storeId: 'store',
  currency: 'CNY',
  products: [
    {
      id: 'tea',
      name: 'Milk tea',
      description: '',
      category: 'Drinks',
      picture: 'milk-tea',
      price: money(1800, 'CNY'),
      available: true,
      optionGroups: [
        {
          id: 'size',
          name: 'Size',
          min: 1,
          max: 1,
          choices: [
            { id: 'small', name: 'Small', extra: money(0, 'CNY') },
            { id: 'large', name: 'Large', extra: money(400, 'CNY') },
          ],
        },
        {
          id: 'extras',
          name: 'Extras',
          min: 0,
          max: 2,
          choices: [{ id: 'pearls', name: 'Pearls', extra: money(300, 'CNY') }],
        },
      ],
    },
    {
      id: 'pie',
      name: 'Pie',
      description: '',
      category: 'Food',
      picture: 'pie',
      price: money(2000, 'CNY'),
      available: false,
      optionGroups: [],
    },
  ],
};

const line = (productId: string, choiceIds: string[] = [], quantity = 1): OrderLine => ({
  productId,
  quantity,
  choiceIds,
});

describe('priceOrder', () => {
  it('adds products, choices and quantities', () => {
    const priced = priceOrder(menu, [line('tea', ['large', 'pearls'], 2), line('tea', ['small'])]);
    expect(priced).toMatchObject({ ok: true, total: money(2 * 2500 + 1800, 'CNY') });
    expect(priced.ok && priced.items[0]).toMatchObject({
      name: 'Milk tea',
      choices: ['Large', 'Pearls'],
      unitPrice: money(2500, 'CNY'),
      total: money(5000, 'CNY'),
    });
  });

  it.each([
    ['nothing at all', [], 'empty-order'],
    ['what is not on the menu', [line('soup')], 'unknown-product'],
    ['what is sold out', [line('pie')], 'sold-out'],
    ['a missing choice', [line('tea')], 'wrong-options'],
    ['too many choices', [line('tea', ['small', 'large'])], 'wrong-options'],
    ['one choice twice', [line('tea', ['small', 'pearls', 'pearls'])], 'wrong-options'],
    ['an unknown choice', [line('tea', ['small', 'gold'])], 'wrong-options'],
  ])('refuses %s', (_, lines, code) => {
    expect(priceOrder(menu, lines)).toEqual({ ok: false, code });
  });
});
