import { describe, expect, it } from 'vitest';
import { judge, type Acknowledged, type BookedPayment, type Books } from './journal';

const entries: Acknowledged[] = [
  { kind: 'top-up', id: 't', amount: 1000n },
  { kind: 'payment', id: 'p', amount: 400n },
  { kind: 'receipt', id: 'p' },
  { kind: 'refund', id: 'r', paymentId: 'p', amount: 150n },
];
const paid: BookedPayment = {
  id: 'p',
  state: 'captured',
  captured: 400n,
  escrow: 0n,
  refunds: [{ id: 'r', amount: 150n }],
  captures: 1,
  orderState: 'received',
  told: 1,
};
const books: Books = {
  balance: 750n,
  held: 0n,
  topUps: [{ id: 't', amount: 1000n }],
  payments: [paid],
};
const RIGHT = { lost: [], doubled: [], half: [] };
const withPaid = (change: Partial<BookedPayment>): Books => ({
  ...books,
  payments: [{ ...paid, ...change }],
});

describe('the verdict', () => {
  it('finds nothing where everything is right', () => {
    expect(judge({ entries }, books)).toEqual(RIGHT);
  });

  it.each([
    ['a top-up', { ...books, topUps: [] }],
    ['a payment', { ...books, payments: [] }],
    ['an amount', withPaid({ captured: 399n })],
    ['a receipt', withPaid({ orderState: 'accepted' })],
    ['a refund', withPaid({ refunds: [] })],
    ['money taken', { ...books, balance: 751n }],
  ])('finds %s that is lost', (_, damaged) => {
    expect(judge({ entries }, damaged).lost).not.toEqual([]);
  });

  it.each([
    ['a top-up', { ...books, topUps: [...books.topUps, ...books.topUps] }],
    ['a capture', withPaid({ captures: 2 })],
    ['a refund', withPaid({ refunds: [...paid.refunds, ...paid.refunds] })],
    ['money taken', { ...books, balance: 350n }],
  ])('finds %s that is there twice', (_, damaged) => {
    expect(judge({ entries }, damaged).doubled).not.toEqual([]);
  });

  it.each([
    ['a state without its money', withPaid({ captures: 0 })],
    ['money without its state', withPaid({ state: 'authorized' })],
    ['an order that does not know', withPaid({ orderState: 'open' })],
    ['nobody told', withPaid({ told: 0 })],
    ['a forgotten hold', { ...books, held: 5n }],
  ])('finds %s', (_, damaged) => {
    expect(judge({ entries }, damaged).half).not.toEqual([]);
  });
});
