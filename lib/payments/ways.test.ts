import { expect, it } from 'vitest';
import { paymentStateSchema } from './state-codec';
import { COUNTER_WAYS, PAYMENT_METHODS, PHONE_WAYS } from './ways';

it.each([
  ['the counter', COUNTER_WAYS, ['face', 'pin', 'own-phone']],
  ['the own phone', PHONE_WAYS, ['face', 'pin', 'passkey']],
  ['the payer is recognised by', PAYMENT_METHODS, ['face', 'pin', 'passkey']],
])('%s: %j', (_, ways, expected) => {
  expect(ways).toEqual(expected);
});

const held = (method: string) => ({
  kind: 'authorized',
  payer: { shopperId: 'shopper', accountId: 'wallet', method },
  holdId: 'hold',
  authorizedAt: '2026-11-22T12:00:00.000Z',
});

it('a state is read with every method of the table, and with no other', () => {
  for (const method of PAYMENT_METHODS) {
    expect(paymentStateSchema.safeParse(held(method)).success).toBe(true);
  }
  expect(paymentStateSchema.safeParse(held('own-phone')).success).toBe(false);
});
