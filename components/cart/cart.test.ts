import { describe, expect, it } from 'vitest';
import { addLine, countOf, emptyCart, QUANTITY_MAX, readCart, renewed, setQuantity } from './cart';

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
    for (const after of [addLine(before, soup), setQuantity(before, 0, 3), renewed(before)]) {
      expect(after.orderId).not.toBe(before.orderId);
      expect(after.paymentId).not.toBe(before.paymentId);
    }
  });
});

describe('readCart', () => {
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
