import fc from 'fast-check';
import { v5 as uuidV5 } from 'uuid';
import { writtenUuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import type { FeeTerms } from '@/lib/ledger/fee';
import type { Channel, Order } from '@/lib/orders/order';
import type { Moment, PaymentWithOrder, Planned } from './change';
import {
  authorizePayment,
  cancelPayment,
  capturePayment,
  declinePayment,
  expirePayment,
  voidPayment,
} from './holding';
import { disputePayment, refundPayment, releasePayment, resolveDispute } from './settling';
import { sourceOf } from './source';

/**
 * Random attempts on payments for property tests: on the reference ledger, and at once from many
 * connections on the real one.
 */

export const MERCHANT = 'b0000000-0000-7000-8000-000000000001';
export const SHOPPERS = [1, 2, 3].map((n) => `a0000000-0000-7000-8000-00000000000${n}`);

/** One thing that somebody tries to do to one of the payments (by its index, modulo). */
export interface Attempt {
  readonly target: number;
  readonly name: string;
  readonly plan: (placed: PaymentWithOrder, moment: Moment) => Planned;
}

const CREATED_AT = '2026-11-22T12:00:00.000Z';
const SOURCES = ['counter', 'online', 'checkout'] as const;

/**
 * Two items and a tip make the amount of an order; every third payment has no order but is a
 * checkout of another shop.
 */
export function placedFor(index: number, amount: number, feeTerms: FeeTerms): PaymentWithOrder {
  const kind = SOURCES[index % SOURCES.length] ?? 'counter';
  const tip = amount > 10 ? Math.floor(amount / 10) : 0;
  const order = kind === 'checkout' ? null : orderFor(index, kind, money(amount - tip, 'CNY'));
  return {
    order,
    payment: {
      id: writtenUuid(`payment-${index}`),
      source: order ? sourceOf(order) : { kind: 'checkout', reference: `A-${index}` },
      storeId: 'store',
      merchantId: MERCHANT,
      payee: 'K Pro',
      amount: money(amount, 'CNY'),
      tip: money(tip, 'CNY'),
      feeTerms,
      state: { kind: 'created' },
      version: 0,
      createdAt: CREATED_AT,
    },
  };
}

function orderFor(index: number, channel: Channel, total: Money): Order {
  const first = total.amount / 2n;
  const items = [first, total.amount - first].filter((price) => price > 0n).map(itemFor);
  return {
    id: writtenUuid(`order-${index}`),
    storeId: 'store',
    channel,
    ticket: index + 1,
    items,
    total,
    state: { kind: 'open' },
    version: 0,
    createdAt: CREATED_AT,
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

const attempt = (name: string, plan: Attempt['plan']) =>
  target.map((index): Attempt => ({ target: index, name, plan }));

/** Paying is likelier than the rest, so that there is something to take, give back and dispute. */
export const attemptsBy = (shoppers: readonly string[]): fc.Arbitrary<Attempt> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(target, fc.constantFrom(...shoppers))
        .map(([index, shopperId]): Attempt => ({
          target: index,
          name: 'authorize',
          plan: (placed, moment) => authorizePayment(placed, { shopperId, method: 'face' }, moment),
        })),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(target, fc.subarray([0, 1])).map(([index, unavailable]): Attempt => ({
        target: index,
        name: 'capture',
        plan: (placed, moment) => capturePayment(placed, moment, unavailable),
      })),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(target, refundNumber, amount).map(([index, n, part]): Attempt => ({
        target: index,
        name: 'refund',
        plan: ({ payment }, moment) =>
          refundPayment(payment, writtenUuid(uuidV5(`${payment.id} ${n}`, REFUNDS)), part, moment),
      })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(target, amount).map(([index, part]): Attempt => ({
        target: index,
        name: 'resolve',
        plan: ({ payment }, moment) => resolveDispute(payment, part, moment),
      })),
    },
    attempt('release', releasePayment),
    attempt('dispute', ({ payment }, moment) => disputePayment(payment, 'damaged', moment)),
    attempt('void', (placed, moment) => voidPayment(placed, 'too-busy', moment)),
    attempt('decline', ({ payment }, moment) =>
      declinePayment(payment, 'insufficient-funds', moment),
    ),
    attempt('cancel', cancelPayment),
    attempt('expire', expirePayment),
  );
