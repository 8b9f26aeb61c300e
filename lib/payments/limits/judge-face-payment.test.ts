import { describe, expect, it } from 'vitest';
import { money, minor } from '@/lib/money/money';
import {
  judgeFacePayment,
  NEW_FACE_MS,
  type FacePaymentFacts,
  type LimitReason,
} from './judge-face-payment';

/** A regular with an old face who pays ¥38 at the counter. */
const REGULAR: FacePaymentFacts = {
  amount: money(38_00, 'CNY'),
  limits: { perPayment: minor(500_00), perDay: minor(2_000_00), smallOnly: false },
  paid: { amount: 0n, payments: 0 },
  faceAgeMs: NEW_FACE_MS,
  isFirstInStore: false,
  refusedHere: 0,
  wasElsewhere: false,
  pinSet: true,
};
const yuan = (amount: number) => money(amount * 100, 'CNY');
const paid = (amount: number, payments = 1) => ({ amount: BigInt(amount * 100), payments });
const LIMITS = REGULAR.limits;

describe('a face alone pays', () => {
  it.each<[string, Partial<FacePaymentFacts>]>([
    ['a meal', {}],
    ['the whole of a payment', { amount: yuan(500) }],
    ['the rest of a day', { amount: yuan(500), paid: paid(1_500, 4) }],
    ['the thirtieth time', { paid: paid(100, 29) }],
    ['a new face, a meal', { faceAgeMs: 0, amount: yuan(200) }],
    ['a new face, the rest of its day', { faceAgeMs: 0, amount: yuan(200), paid: paid(300, 2) }],
    ['a meal in a new store', { isFirstInStore: true, amount: yuan(200) }],
    ['after four refused faces of others', { refusedHere: 4 }],
    ['a small amount', { amount: yuan(200), limits: { ...LIMITS, smallOnly: true } }],
    ['without a PIN', { pinSet: false }],
  ])('%s', (_, facts) => {
    expect(judgeFacePayment({ ...REGULAR, ...facts }).kind).toBe('pass');
  });

  it.each([
    ['of the shopper', {}, 2_000_00n],
    ['of a new face', { faceAgeMs: NEW_FACE_MS - 1 }, 500_00n],
    [
      'of the shopper, where it is lower than that of a new face',
      { faceAgeMs: 0, limits: { ...LIMITS, perDay: minor(100_00) } },
      100_00n,
    ],
  ])('within the day %s', (_, facts, amountMax) => {
    expect(judgeFacePayment({ ...REGULAR, ...facts })).toEqual({
      kind: 'pass',
      day: { amountMax, paymentsMax: 30 },
    });
  });
});

const OVER: [LimitReason[], Partial<FacePaymentFacts>][] = [
  [['payment-limit'], { amount: money(500_01, 'CNY') }],
  [['day-limit'], { amount: money(500_00, 'CNY'), paid: { amount: 1_500_01n, payments: 4 } }],
  [['day-count'], { paid: paid(100, 30) }],
  [['small-only'], { amount: money(200_01, 'CNY'), limits: { ...LIMITS, smallOnly: true } }],
  [['new-face-payment'], { amount: money(200_01, 'CNY'), faceAgeMs: NEW_FACE_MS - 1 }],
  [['new-face-payment'], { amount: yuan(300), faceAgeMs: null }],
  [['new-face-day'], { amount: yuan(200), faceAgeMs: 0, paid: { amount: 300_01n, payments: 3 } }],
  [['new-store'], { amount: money(200_01, 'CNY'), isFirstInStore: true }],
  [['refused-faces-here'], { refusedHere: 5 }],
  [['elsewhere-lately'], { wasElsewhere: true }],
  [
    ['payment-limit', 'day-limit'],
    { limits: { ...LIMITS, perPayment: minor(0), perDay: minor(0) } },
  ],
  [
    ['payment-limit', 'new-face-payment', 'new-face-day', 'new-store'],
    { amount: yuan(501), faceAgeMs: 1, isFirstInStore: true },
  ],
];

describe('a face alone does not pay', () => {
  it.each(OVER)('over %j the PIN is asked for', (reasons, facts) => {
    const decision = judgeFacePayment({ ...REGULAR, ...facts });
    expect(decision.kind).toBe('step-up');
    expect('over' in decision && decision.over.map(({ reason }) => reason)).toEqual(reasons);
  });

  it.each(OVER)('over %j it is refused where there is no PIN', (reasons, facts) => {
    const decision = judgeFacePayment({ ...REGULAR, ...facts, pinSet: false });
    expect(decision.kind).toBe('refuse');
    expect('over' in decision && decision.over.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('says for audit what it saw, and the bound', () => {
    expect(judgeFacePayment({ ...REGULAR, amount: yuan(501) })).toEqual({
      kind: 'step-up',
      over: [{ reason: 'payment-limit', value: 501_00n, max: 500_00n }],
    });
  });
});

it('knows what is small in each currency', () => {
  const facts = {
    ...REGULAR,
    isFirstInStore: true,
    limits: { ...LIMITS, perPayment: minor(10_000) },
  };
  expect(judgeFacePayment({ ...facts, amount: money(4_000, 'JPY') }).kind).toBe('pass');
  expect(judgeFacePayment({ ...facts, amount: money(4_001, 'JPY') }).kind).toBe('step-up');
});
