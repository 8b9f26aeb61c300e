import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmIntent, type Confirmation, type ConfirmationProblem } from './confirmation';
import { writtenUuid } from '@/lib/ids/uuid';
import { hashIntent, intentSchema, type Intent, type PaymentIntent } from './intent';

const NOW = new Date('2026-11-26T12:00:00.000Z');
const expiresAt = '2026-11-26T12:01:00.000Z';
const MINA = '0191d2f0-0000-7000-8000-000000000001';
const OTTO = '0191d2f0-0000-7000-8000-000000000002';

const PAYMENT: PaymentIntent = {
  purpose: 'payment',
  paymentId: writtenUuid('0191d2f0-0000-7000-8000-000000000009'),
  amount: '3800',
  currency: 'CNY',
  payee: 'K Pro',
  payer: 'whole-number',
  expiresAt,
};
const INTENTS: Record<Intent['purpose'], Intent> = {
  payment: PAYMENT,
  enrolment: { purpose: 'enrolment', shopperId: MINA, expiresAt },
  unfreeze: { purpose: 'unfreeze', shopperId: MINA, expiresAt },
  'new-pin': { purpose: 'new-pin', shopperId: MINA, expiresAt },
  export: { purpose: 'export', shopperId: MINA, expiresAt },
  'new-password': { purpose: 'new-password', shopperId: MINA, expiresAt },
  'close-account': { purpose: 'close-account', shopperId: MINA, expiresAt },
  'raise-limit': {
    ...{ purpose: 'raise-limit', shopperId: MINA, expiresAt },
    ...{ perPayment: '80000', perDay: '200000', currency: 'CNY', amounts: 'all' },
  },
};
const BY: Record<Confirmation['method'], Confirmation> = {
  face: { method: 'face', shopperId: MINA, challengeId: OTTO },
  pin: { method: 'pin', shopperId: MINA },
  password: { method: 'password', shopperId: MINA },
  passkey: { method: 'passkey', shopperId: MINA },
};
const ALLOWED = [
  'payment face',
  'payment pin',
  'payment passkey',
  'enrolment face',
  'unfreeze password',
  'unfreeze passkey',
  'new-pin password',
  'new-pin passkey',
  'export password',
  'export passkey',
  'new-password password',
  'new-password passkey',
  'close-account password',
  'close-account passkey',
  'raise-limit password',
  'raise-limit passkey',
];

describe('confirmIntent', () => {
  for (const intent of Object.values(INTENTS)) {
    for (const confirmation of Object.values(BY)) {
      const name = `${intent.purpose} ${confirmation.method}`;
      const allowed = ALLOWED.includes(name);
      it(`${name} → ${allowed ? 'confirmed' : 'refused'}`, () => {
        const answer = confirmIntent(intent, confirmation, hashIntent(intent), NOW);
        expect(answer).toEqual(
          allowed
            ? { ok: true, value: { intent, confirmation } }
            : { ok: false, code: 'method-not-permitted' },
        );
      });
    }
  }

  const cases: [string, Intent, Confirmation, string, Date, ConfirmationProblem][] = [
    ['another hash', PAYMENT, BY.pin, 'f'.repeat(64), NOW, 'intent-changed'],
    [
      'its last moment',
      PAYMENT,
      BY.pin,
      hashIntent(PAYMENT),
      new Date(expiresAt),
      'intent-expired',
    ],
    [
      'another person',
      INTENTS.unfreeze,
      { method: 'password', shopperId: OTTO },
      hashIntent(INTENTS.unfreeze),
      NOW,
      'intent-changed',
    ],
  ];
  it.each(cases)('refuses %s', (_, intent, confirmation, hash, at, code) => {
    expect(confirmIntent(intent, confirmation, hash, at)).toEqual({ ok: false, code });
  });
});

describe('hashIntent', () => {
  it('is a fixed value: changing it would void what is on its way', () => {
    expect(hashIntent(PAYMENT)).toBe(
      '1a3e65008f48c3df929efff5f9e7a65a4fb9ba3357edd827c492505fe510f4e3',
    );
  });

  it('does not depend on the order of the fields', () => {
    const turned = Object.fromEntries(Object.entries(PAYMENT).reverse());
    expect(hashIntent(intentSchema.parse(turned))).toBe(hashIntent(PAYMENT));
  });

  it('changes with every field', () => {
    const payees = fc.tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(payees, fc.bigInt({ min: 1n, max: 10n ** 18n }), ([a, b], amount) => {
        const one = { ...PAYMENT, payee: a, amount: String(amount) };
        expect(hashIntent({ ...one, payee: b }) === hashIntent(one)).toBe(a === b);
        expect(hashIntent({ ...one, amount: String(amount + 1n) })).not.toBe(hashIntent(one));
        expect(hashIntent({ ...one, payer: 'last-four' })).not.toBe(hashIntent(one));
        expect(hashIntent({ ...one, currency: 'EUR' })).not.toBe(hashIntent(one));
      }),
    );
  });
});
