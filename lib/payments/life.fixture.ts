import fc from 'fast-check';
import { v5 as uuidV5 } from 'uuid';
import { writtenUuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import type { Channel } from '@/lib/orders/order';
import type { Change, Moment, Placed } from './change';
import {
  authorizePayment,
  cancelPayment,
  capturePayment,
  challengePayment,
  declinePayment,
  expirePayment,
  voidPayment,
} from './holding';
import { disputePayment, refundPayment, releasePayment, resolveDispute } from './settling';

/**
 * Random acts on payments for property tests: on the reference ledger, and at once from many
 * connections on the real one.
 */

export const MERCHANT = 'b0000000-0000-7000-8000-000000000001';
export const SHOPPERS = [1, 2, 3].map((n) => `a0000000-0000-7000-8000-00000000000${n}`);

/** One thing that somebody tries to do to one of the payments (by its index, modulo). */
export interface Act {
  readonly target: number;
  readonly name: string;
  readonly plan: (placed: Placed, moment: Moment) => Change | undefined;
}

/** Two items and a tip make the amount; even ones are paid at the counter, odd ones online. */
export function placedFor(index: number, amount: number, feeBasisPoints: number): Placed {
  const channel: Channel = index % 2 === 0 ? 'counter' : 'online';
  const tip = amount > 10 ? Math.floor(amount / 10) : 0;
  const total = money(amount - tip, 'CNY');
  const first = total.amount / 2n;
  const items = [first, total.amount - first].filter((price) => price > 0n).map(itemFor);
  const id = writtenUuid(`order-${index}`);
  const shared = { storeId: 'store', channel, version: 0, createdAt: '2026-11-22T12:00:00.000Z' };
  return {
    order: { ...shared, id, ticket: index + 1, items, total, state: { kind: 'open' } },
    payment: {
      ...shared,
      id: writtenUuid(`payment-${index}`),
      orderId: id,
      merchantId: MERCHANT,
      payee: 'K Pro',
      amount: money(amount, 'CNY'),
      tip: money(tip, 'CNY'),
      feeBasisPoints,
      state: { kind: 'created' },
    },
  };
}

function itemFor(price: bigint) {
  const total = money(price, 'CNY');
  return { productId: 'p', name: 'Soup', choices: [], quantity: 1, unitPrice: total, total };
}

const target = fc.nat({ max: 7 });
const amount = fc.integer({ min: -5, max: 9_000 }).map((minor): Money => money(minor, 'CNY'));
const refundNumber = fc.nat({ max: 30 });
/** Any name space will do: the same refund of the same payment has the same id. */
const REFUNDS = '0d6ddf3e-4f0e-4a52-9f6e-5a3f5f0d7b11';

const CHALLENGE = writtenUuid('c0000000-0000-7000-8000-000000000001');

const act = (name: string, plan: Act['plan']) =>
  target.map((index): Act => ({ target: index, name, plan }));

/** Paying is likelier than the rest, so that there is something to take, give back and dispute. */
export const actsBy = (shoppers: readonly string[]): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(target, fc.constantFrom(...shoppers)).map(([index, shopperId]): Act => ({
        target: index,
        name: 'authorize',
        plan: (placed, moment) => authorizePayment(placed, { shopperId, method: 'face' }, moment),
      })),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(target, fc.subarray([0, 1])).map(([index, unavailable]): Act => ({
        target: index,
        name: 'capture',
        plan: (placed, moment) => capturePayment(placed, moment, unavailable),
      })),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(target, refundNumber, amount).map(([index, n, part]): Act => ({
        target: index,
        name: 'refund',
        plan: ({ payment }, moment) =>
          refundPayment(payment, writtenUuid(uuidV5(`${payment.id} ${n}`, REFUNDS)), part, moment),
      })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(target, amount).map(([index, part]): Act => ({
        target: index,
        name: 'resolve',
        plan: ({ payment }, moment) => resolveDispute(payment, part, moment),
      })),
    },
    act('release', releasePayment),
    act('dispute', ({ payment }, moment) => disputePayment(payment, 'damaged', moment)),
    act('void', (placed, moment) => voidPayment(placed, 'too-busy', moment)),
    act('challenge', ({ payment }) => challengePayment(payment, CHALLENGE)),
    act('decline', ({ payment }, moment) => declinePayment(payment, 'insufficient-funds', moment)),
    act('cancel', cancelPayment),
    act('expire', expirePayment),
  );
