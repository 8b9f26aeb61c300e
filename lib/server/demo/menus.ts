import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import { money } from '@/lib/money/money';
import type { OptionGroup, Product } from '@/lib/orders/menu';

/** Prices in hundredths of the currency's unit; a currency without cents gets whole units. */
type Priced = (hundredths: number) => Product['price'];

/** A restaurant's menu to start from. */
export function restaurantMenu(currency: CurrencyCode): readonly Product[] {
  const price = pricedIn(currency);
  const size = sizes(price);
  return [
    ...[
      product('noodle-soup', 'Beef noodle soup', 'Slow broth, hand-pulled noodles', price(3800), [
        spice(price),
      ]),
      product('dumplings', 'Pork & chive dumplings', 'Eight, steamed or pan-fried', price(2800), [
        choice('style', 'How would you like them?', [
          ['steamed', 'Steamed', price(0)],
          ['fried', 'Pan-fried', price(0)],
        ]),
      ]),
      product('fried-rice', 'Yangzhou fried rice', 'Egg, shrimp, spring onion', price(2600)),
      product('roast-chicken', 'Roast chicken', 'Half, with lemon and herbs', price(4600)),
      product('burger', 'K Pro burger', 'Crisp chicken, pickles, soft bun', price(3200), [
        extras(price),
      ]),
    ].map(inCategory('Mains')),
    ...[
      product('green-salad', 'Garden salad', 'Avocado, edamame, sesame', price(2200)),
      product('fries', 'Sea salt fries', 'Crisp and golden', price(1400)),
    ].map(inCategory('Sides')),
    ...[
      product('sesame-ball', 'Sesame balls', 'Three, filled with red bean', price(1200)),
      product('mango-pudding', 'Mango pudding', 'Cold and silky', price(1600)),
    ].map(inCategory('Sweets')),
    ...[
      product('milk-tea', 'Milk tea', 'Black tea, fresh milk', price(1800), [size]),
      product('coffee', 'Flat white', 'Yunnan beans', price(2000), [size]),
      product('lemonade', 'Lemonade', 'Mint and honey', price(1600)),
    ].map(inCategory('Drinks')),
  ];
}

/** The goods of the online shop. */
export function shopGoods(currency: CurrencyCode): readonly Product[] {
  const price = pricedIn(currency);
  return [
    product(
      'stamp-hanover-1948',
      'Hanover fair stamp, 1948',
      'Two merchants shaking hands, perforated 14, never hinged',
      price(4800),
    ),
    product('postcard-set', 'Postcards of the fair', 'Six views, thick card', price(2400)),
    product('enamel-mug', 'Enamel mug', 'Blue rim, for camp and desk', price(3900)),
    product('tea-tin', 'Tea tin', 'Longjing, 80 g, early spring', price(6800)),
    product('notebook', 'Notebook', '96 dotted pages, lies flat', price(2900)),
    product('tote-bag', 'Tote bag', 'Heavy cotton, long handles', price(3500), [
      choice('colour', 'Colour', [
        ['natural', 'Natural', price(0)],
        ['ink', 'Ink blue', price(0)],
      ]),
    ]),
  ].map(inCategory('Goods'));
}

function pricedIn(currency: CurrencyCode): Priced {
  const scale = 10 ** CURRENCY_FACTS[currency].exponent;
  return (hundredths) => money((hundredths * scale) / 100, currency);
}

function product(
  key: string,
  name: string,
  description: string,
  price: Product['price'],
  optionGroups: readonly OptionGroup[] = [],
): Omit<Product, 'category'> {
  return { id: key, picture: key, name, description, price, optionGroups, available: true };
}

function inCategory(category: string) {
  return (item: Omit<Product, 'category'>): Product => ({ ...item, category });
}

type ChoiceRow = readonly [id: string, name: string, extra: Product['price']];

function choice(id: string, name: string, rows: readonly ChoiceRow[]): OptionGroup {
  return { id, name, min: 1, max: 1, choices: rows.map(choiceOf) };
}

function choiceOf([id, name, extra]: ChoiceRow) {
  return { id, name, extra };
}

function sizes(price: Priced): OptionGroup {
  return choice('size', 'Size', [
    ['regular', 'Regular', price(0)],
    ['large', 'Large', price(400)],
  ]);
}

function spice(price: Priced): OptionGroup {
  return choice('spice', 'How hot?', [
    ['mild', 'Mild', price(0)],
    ['medium', 'Medium', price(0)],
    ['hot', 'Hot', price(0)],
  ]);
}

function extras(price: Priced): OptionGroup {
  const rows: readonly ChoiceRow[] = [
    ['cheese', 'Cheese', price(400)],
    ['egg', 'Fried egg', price(400)],
  ];
  return { id: 'extras', name: 'Anything else?', min: 0, max: 2, choices: rows.map(choiceOf) };
}
