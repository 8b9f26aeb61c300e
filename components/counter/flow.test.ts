import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '@/lib/api/orders';
import { writtenUuid } from '@/lib/ids/uuid';
import { MENU, transition, type Due, type FlowEvent, type Screen } from './flow';

const price = { amount: '3800', currency: 'CNY' } as const;

function due(status: PaymentStatus, id = writtenUuid('payment-1')): Due {
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

const unpaid = due('created');
const screens = {
  menu: MENU,
  digits: { kind: 'digits', due: unpaid, digits: null },
  smile: { kind: 'smile', due: unpaid, digits: '1234' },
  pin: { kind: 'pin', due: unpaid, digits: '1234' },
  phone: { kind: 'phone', due: unpaid, digits: '1234' },
  refused: { kind: 'refused', due: unpaid, code: 'try-again', digits: '1234' },
  approved: { kind: 'approved', outcome: due('authorized') },
} as const satisfies Record<string, Screen>;

type Name = keyof typeof screens;

const table: readonly (readonly [Name, FlowEvent, Screen])[] = [
  ['menu', { kind: 'placed', due: unpaid }, screens.digits],
  [
    'menu',
    { kind: 'placed', due: due('authorized') },
    { kind: 'approved', outcome: due('authorized') },
  ],
  ['menu', { kind: 'place-failed', code: 'sold-out' }, { kind: 'menu', trouble: 'sold-out' }],
  ['digits', { kind: 'digits-typed', digits: '1234' }, screens.smile],
  ['digits', { kind: 'another-way', way: 'pin' }, { ...screens.pin, digits: null }],
  ['smile', { kind: 'another-way', way: 'phone' }, screens.phone],
  ['smile', { kind: 'refused', code: 'try-again' }, screens.refused],
  ['refused', { kind: 'digits-typed', digits: '1234' }, screens.smile],
  ['refused', { kind: 'another-way', way: 'digits' }, { ...screens.digits, digits: '1234' }],
  ['pin', { kind: 'refused', code: 'pin-refused' }, { ...screens.refused, code: 'pin-refused' }],
  ['phone', { kind: 'told', outcome: due('challenged') }, screens.phone],
  [
    'phone',
    { kind: 'told', outcome: due('captured') },
    { kind: 'approved', outcome: due('captured') },
  ],
  ['phone', { kind: 'told', outcome: due('cancelled') }, { kind: 'menu', trouble: 'wrong-state' }],
  ['smile', { kind: 'told', outcome: due('authorized') }, screens.approved],
  ['approved', { kind: 'left' }, MENU],
  ['smile', { kind: 'left' }, MENU],
];

describe('the counter', () => {
  it.each(table)('on %s', (name, event, next) => {
    expect(transition(screens[name], event)).toEqual(next);
  });

  it('ignores what comes after the guest has left', () => {
    for (const late of [
      { kind: 'refused', code: 'try-again' },
      { kind: 'told', outcome: due('authorized') },
      { kind: 'digits-typed', digits: '1234' },
      { kind: 'another-way', way: 'pin' },
    ] satisfies FlowEvent[]) {
      expect(transition(MENU, late)).toBe(MENU);
      expect(transition(screens.approved, late)).toBe(screens.approved);
    }
  });

  it("never takes another payment's answer for this one", () => {
    const stranger = {
      kind: 'told',
      outcome: due('authorized', writtenUuid('payment-2')),
    } as const;
    expect(transition(screens.phone, stranger)).toBe(screens.phone);
  });
});
