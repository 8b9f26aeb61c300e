import { describe, expect, it } from 'vitest';
import { money } from '@/lib/money/money';
import {
  addLine,
  countOf,
  emptyCart,
  orderOf,
  QUANTITY_MAX,
  readCart,
  renewed,
  setQuantity,
  withTip,
} from './cart';

const tea = { productId: 'tea', quantity: 1, choiceIds: ['large', 'oat'] };
const soup = { productId: 'soup', quantity: 2, choiceIds: [] };

describe('cart', () => {
  it('joins the same product with the same options, in any order of the options', () => {
    const cart = addLine(addLine(emptyCart(), tea), { ...tea, choiceIds: ['oat', 'large'] });
    expect(cart.lines).toEqual([{ ...tea, quantity: 2 }]);
  });

  it('keeps other options apart', () => {
    const cart = addLine(addLine(emptyCart(), tea), { ...tea, choiceIds: ['oat'] });
    expect(cart.lines).toHaveLength(2);
    expect(countOf(cart)).toBe(2);
  });

  it('takes a line away at nothing and stops at the most the server takes', () => {
    const cart = addLine(addLine(emptyCart(), tea), soup);
    expect(setQuantity(cart, 0, 0).lines).toEqual([soup]);
    expect(setQuantity(cart, 1, 999).lines[1]?.quantity).toBe(QUANTITY_MAX);
  });

  it('gives every change new ids, so that a payment never covers another order', () => {
    const before = addLine(emptyCart(), tea);
    const changed = [addLine(before, soup), setQuantity(before, 0, 3), withTip(before, 5)];
    for (const after of [...changed, renewed(before)]) {
      expect(after.orderId).not.toBe(before.orderId);
      expect(after.paymentId).not.toBe(before.paymentId);
    }
  });
});

describe('orderOf', () => {
  it('asks for the tip on what the lines cost, to the nearest cent', () => {
    const cart = withTip(addLine(emptyCart(), soup), 15);
    expect(orderOf(cart, money(3830, 'EUR'))).toMatchObject({
      id: cart.orderId,
      tip: { amount: '574', currency: 'EUR' },
    });
    expect(orderOf(withTip(cart, 0), money(3830, 'EUR'))).not.toHaveProperty('tip');
  });
});

describe('readCart', () => {
  it('knows a cart from before there were tips', () => {
    const { tipPercent: _none, ...older } = addLine(emptyCart(), soup);
    expect(readCart(JSON.stringify(older))).toEqual({ ...older, tipPercent: 0 });
  });

  it('finds the same cart under the same ids', () => {
    const cart = addLine(emptyCart(), soup);
    expect(readCart(JSON.stringify(cart))).toEqual(cart);
  });

  it.each([
    null,
    '',
    '{',
    '{}',
    '{"orderId":"1","paymentId":"2","lines":[]}',
    JSON.stringify({ ...emptyCart(), lines: [{ ...soup, quantity: 0 }] }),
  ])('refuses %s', (text) => {
    expect(readCart(text)).toBeUndefined();
  });
});
