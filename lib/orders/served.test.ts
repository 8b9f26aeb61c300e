import { describe, expect, it } from 'vitest';
import { money } from '@/lib/money/money';
import { servedTotal, unavailableOf } from './served';

const item = (minor: number) => ({
  productId: 'p',
  name: 'Dumplings',
  choices: [],
  quantity: 1,
  unitPrice: money(minor, 'CNY'),
  total: money(minor, 'CNY'),
});
const order = { items: [item(1200), item(300), item(2500)], total: money(4000, 'CNY') };

describe('servedTotal', () => {
  it.each([
    [[], 4000n],
    [[1], 3700n],
    [[2, 0], 300n],
    [[0, 1, 2], undefined],
    [[3], undefined],
    [[-1], undefined],
    [[1, 1], undefined],
  ])('without %j is %s', (unavailable, left) => {
    expect(servedTotal(order, unavailable)).toEqual(
      left === undefined
        ? { ok: false, code: 'nothing-left' }
        : { ok: true, value: money(left, 'CNY') },
    );
  });
});

it('an order that nobody has accepted misses nothing', () => {
  expect(unavailableOf({ state: { kind: 'open' } })).toEqual([]);
});
