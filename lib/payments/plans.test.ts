import { describe, expect, it } from 'vitest';
import { writtenUuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import type { Moment, PaymentWithOrder, Planned } from './change';
import {
  authorizePayment,
  cancelPayment,
  capturePayment,
  declinePayment,
  expirePayment,
  voidPayment,
} from './holding';
import { placedFor } from './life.fixture';
import {
  disputePayment,
  refundPayment,
  releasePayment,
  releaseUndisputed,
  resolveDispute,
} from './settling';

/** What each plan answers, for each source: how it ends, or why it is refused. */

let ids = 0;
const moment: Moment = {
  at: '2026-11-22T12:00:00.000Z',
  newId: () => writtenUuid(`id-${(ids += 1)}`),
};
const yuan = (minor: number): Money => money(minor, 'CNY');

type Plan = (record: PaymentWithOrder) => Planned;
const authorize: Plan = (record) =>
  authorizePayment(record, { shopperId: 'shopper', method: 'face' }, moment);
const capture: Plan = (record) => capturePayment(record, moment);
const refund =
  (amount: Money, id = writtenUuid('refund')): Plan =>
  ({ payment }) =>
    refundPayment(payment, id, amount, moment);
const dispute: Plan = ({ payment }) => disputePayment(payment, 'damaged', moment);
const release: Plan = (record) => releasePayment(record, moment);
const afterTime: Plan = (record) => releaseUndisputed(record, moment);
const resolve =
  (amount: Money): Plan =>
  ({ payment }) =>
    resolveDispute(payment, amount, moment);
const voided: Plan = (record) => voidPayment(record, 'too-busy', moment);
const cancel: Plan = (record) => cancelPayment(record, moment);
const expire: Plan = (record) => expirePayment(record, moment);
const decline: Plan = ({ payment }) => declinePayment(payment, 'account-frozen', moment);
const withoutItem =
  (...positions: number[]): Plan =>
  (record) =>
    capturePayment(record, moment, positions);

/** 10.00: two items of 4.50 and a tip of 1.00, but for the checkout, which has no items. */
const SOURCES = { counter: 0, online: 1, checkout: 2 } as const;
const TERMS = { basisPoints: 100 };

function play(source: keyof typeof SOURCES, plans: readonly Plan[]): string {
  let record = placedFor(SOURCES[source], 1000, TERMS);
  for (const [index, plan] of plans.entries()) {
    const planned = plan(record);
    if (!planned.ok) return `${index + 1}: ${planned.code}`;
    const { payment, order = null } = planned.value;
    record = { payment, order: order ?? record.order };
  }
  const { payment, order } = record;
  return [payment.state.kind, ...(order ? [order.state.kind] : [])].join(' ');
}

describe('plans', () => {
  it.each<[keyof typeof SOURCES, readonly Plan[], string]>([
    ['counter', [authorize], 'authorized waiting'],
    ['online', [authorize], 'captured accepted'],
    ['checkout', [authorize], 'authorized'],
    ['counter', [authorize, capture], 'captured accepted'],
    ['checkout', [authorize, capture], 'captured'],
    ['counter', [authorize, authorize], '2: wrong-state'],
    ['counter', [decline, authorize], 'authorized waiting'],
    ['counter', [capture], '1: wrong-state'],
    ['counter', [authorize, withoutItem(0)], 'captured accepted'],
    ['counter', [authorize, withoutItem(0, 1)], '2: nothing-left'],
    ['counter', [authorize, withoutItem(2)], '2: nothing-left'],
    ['counter', [authorize, capture, withoutItem(0, 1)], '3: wrong-state'],
    ['counter', [authorize, voided], 'voided rejected'],
    ['checkout', [authorize, voided], 'voided'],
    ['online', [authorize, voided], '2: wrong-state'],
    ['counter', [cancel], 'cancelled cancelled'],
    ['checkout', [cancel], 'cancelled'],
    ['counter', [expire], 'expired cancelled'],
    ['checkout', [expire], 'expired'],
    ['counter', [authorize, expire], '2: wrong-state'],
    ['checkout', [authorize, capture, refund(yuan(1000))], 'refunded'],
    ['counter', [authorize, capture, refund(yuan(999))], 'captured accepted'],
    ['counter', [authorize, capture, refund(yuan(1001))], '3: over-refund'],
    ['counter', [authorize, capture, refund(yuan(0))], '3: amount-out-of-range'],
    ['counter', [authorize, refund(yuan(1))], '2: wrong-state'],
    ['counter', [authorize, capture, refund(yuan(1)), refund(yuan(1))], '4: already-done'],
    ['counter', [authorize, capture, refund(yuan(1000)), refund(yuan(1000))], '4: already-done'],
    ['counter', [authorize, capture, refund(yuan(1)), refund(yuan(2))], '4: id-reused'],
    [
      'counter',
      [authorize, capture, refund(yuan(1000)), refund(yuan(1), writtenUuid('b'))],
      '4: over-refund',
    ],
    ['counter', [authorize, capture, dispute], '3: wrong-state'],
    ['checkout', [authorize, capture, dispute], '3: wrong-state'],
    ['counter', [authorize, capture, release], '3: wrong-state'],
    ['online', [authorize, release], 'captured received'],
    ['online', [authorize, release, release], '3: wrong-state'],
    ['online', [authorize, afterTime], 'captured received'],
    ['online', [authorize, dispute, afterTime], '3: wrong-state'],
    ['online', [authorize, dispute, release], 'captured received'],
    ['online', [authorize, dispute, dispute], '3: wrong-state'],
    ['online', [authorize, resolve(yuan(1))], '2: wrong-state'],
    ['online', [authorize, dispute, resolve(yuan(0))], 'captured accepted'],
    ['online', [authorize, dispute, resolve(yuan(1))], 'captured accepted'],
    ['online', [authorize, dispute, resolve(yuan(1000))], 'refunded accepted'],
    ['online', [authorize, dispute, resolve(yuan(1001))], '3: amount-out-of-range'],
  ])('%#: %s → %3$s', (source, plans, expected) => {
    expect(play(source, plans)).toBe(expected);
  });

  it.each([
    ['counter', { orderId: 'order-0' }],
    ['checkout', {}],
  ] as const)('tell of a capture at a %s: who paid, how much and for what', (source, order) => {
    const authorized = authorize(placedFor(SOURCES[source], 1000, TERMS));
    if (!authorized.ok) throw new Error(authorized.code);
    const { payment, order: paid = null } = authorized.value;
    const captured = capture({ payment, order: paid });
    expect(captured.ok && captured.value.messages).toEqual([
      {
        topic: 'payment.capture',
        payload: {
          paymentId: payment.id,
          ...order,
          shopperId: 'shopper',
          amount: { amount: '1000', currency: 'CNY' },
        },
      },
    ]);
  });
});
