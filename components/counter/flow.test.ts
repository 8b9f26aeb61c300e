import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '@/lib/payments/view';
import { writtenUuid } from '@/lib/ids/uuid';
import type { PlacedOrder } from '@/lib/api/orders';
import { COUNTER_WAYS } from '@/lib/payments/ways';
import { MENU, transition, type FlowEvent, type Screen } from './flow';

const price = { amount: '3800', currency: 'CNY' } as const;

function placed(status: PaymentStatus, id = writtenUuid('payment-1')): PlacedOrder {
  const createdAt = '2026-11-22T12:00:00.000Z';
  return {
    order: {
      id: writtenUuid('order-1'),
      ticket: 7,
      channel: 'counter',
      items: [],
      total: price,
      state: { kind: 'open' },
      createdAt,
    },
    payment: {
      id,
      payee: 'Noodle House',
      amount: price,
      tip: { ...price, amount: '0' },
      captured: price,
      escrow: { ...price, amount: '0' },
      dispute: null,
      status,
      payer: null,
      method: null,
      refunded: { ...price, amount: '0' },
      createdAt,
    },
  };
}

const unpaid = placed('created');
const screens = {
  menu: MENU,
  digits: { kind: 'digits', placed: unpaid, digits: null },
  smile: { kind: 'smile', placed: unpaid, digits: '1234' },
  pin: { kind: 'other-way', way: 'pin', placed: unpaid, digits: '1234' },
  phone: { kind: 'other-way', way: 'own-phone', placed: unpaid, digits: '1234' },
  stepUp: { kind: 'step-up', placed: unpaid, digits: '1234', challengeId: 'check-1' },
  refused: { kind: 'refused', placed: unpaid, code: 'try-again', digits: '1234' },
  approved: { kind: 'approved', paid: placed('authorized'), pictureOffered: false },
} as const satisfies Record<string, Screen>;

type Name = keyof typeof screens;

const table: readonly (readonly [Name, FlowEvent, Screen])[] = [
  ['menu', { kind: 'placed', placed: unpaid }, screens.digits],
  [
    'menu',
    { kind: 'placed', placed: placed('authorized') },
    { kind: 'approved', paid: placed('authorized'), pictureOffered: false },
  ],
  ['menu', { kind: 'place-failed', code: 'sold-out' }, { kind: 'menu', trouble: 'sold-out' }],
  ['digits', { kind: 'digits-typed', digits: '1234' }, screens.smile],
  ['digits', { kind: 'another-way', way: 'pin' }, { ...screens.pin, digits: null }],
  ['smile', { kind: 'another-way', way: 'own-phone' }, screens.phone],
  ['smile', { kind: 'refused', code: 'try-again' }, screens.refused],
  ['smile', { kind: 'stepped-up', challengeId: 'check-1' }, screens.stepUp],
  ['pin', { kind: 'stepped-up', challengeId: 'check-1' }, screens.pin],
  ['stepUp', { kind: 'another-way', way: 'pin' }, screens.pin],
  ['stepUp', { kind: 'updated', placed: placed('authorized') }, screens.approved],
  [
    'stepUp',
    { kind: 'updated', placed: placed('authorized'), pictureOffered: true },
    { ...screens.approved, pictureOffered: true },
  ],
  ['refused', { kind: 'digits-typed', digits: '1234' }, screens.smile],
  ['refused', { kind: 'another-way', way: 'face' }, { ...screens.digits, digits: '1234' }],
  ['pin', { kind: 'refused', code: 'pin-refused' }, { ...screens.refused, code: 'pin-refused' }],
  ['phone', { kind: 'updated', placed: placed('declined') }, screens.phone],
  [
    'phone',
    { kind: 'updated', placed: placed('captured') },
    { kind: 'approved', paid: placed('captured'), pictureOffered: false },
  ],
  [
    'phone',
    { kind: 'updated', placed: placed('cancelled') },
    { kind: 'menu', trouble: 'wrong-state' },
  ],
  ['smile', { kind: 'updated', placed: placed('authorized') }, screens.approved],
  ['approved', { kind: 'left' }, MENU],
  ['smile', { kind: 'left' }, MENU],
];

describe('the counter', () => {
  it.each(table)('on %s', (name, event, next) => {
    expect(transition(screens[name], event)).toEqual(next);
  });

  it.each(COUNTER_WAYS)('offers %s from every step of paying', (way) => {
    for (const step of ['digits', 'smile', 'pin', 'phone', 'stepUp', 'refused'] as const) {
      const next = transition(screens[step], { kind: 'another-way', way });
      expect(next).toMatchObject(way === 'face' ? { kind: 'digits' } : { kind: 'other-way', way });
      expect(next).toHaveProperty('placed', unpaid);
    }
  });

  it('ignores what comes after the guest has left', () => {
    for (const late of [
      { kind: 'refused', code: 'try-again' },
      { kind: 'updated', placed: placed('authorized') },
      { kind: 'digits-typed', digits: '1234' },
      { kind: 'another-way', way: 'pin' },
      { kind: 'stepped-up', challengeId: 'check-1' },
    ] satisfies FlowEvent[]) {
      expect(transition(MENU, late)).toBe(MENU);
      expect(transition(screens.approved, late)).toBe(screens.approved);
    }
  });

  it("never takes another payment's answer for this one", () => {
    const other = placed('authorized', writtenUuid('payment-2'));
    const stranger = { kind: 'updated', placed: other } as const;
    expect(transition(screens.phone, stranger)).toBe(screens.phone);
  });
});
