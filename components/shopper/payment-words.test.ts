import { describe, expect, it } from 'vitest';
import type { PlacedOrder } from '@/lib/api/orders';
import { writtenUuid } from '@/lib/ids/uuid';
import type { PaymentStatus } from '@/lib/payments/view';
import { REJECT_REASONS, type OrderState } from '@/lib/orders/order';
import { isMoving, paymentWords } from './payment-words';

const at = '2026-11-20T12:00:00Z';

function placed(status: PaymentStatus, state: OrderState, refunded = '0'): PlacedOrder {
  const total = { amount: '3800', currency: 'CNY' } as const;
  return {
    payment: {
      id: writtenUuid('p'),
      payee: 'K Pro',
      amount: total,
      tip: { ...total, amount: '0' },
      captured: total,
      escrow: { ...total, amount: '0' },
      dispute: null,
      status,
      payer: 'Mina L.',
      method: 'face',
      refunded: { ...total, amount: refunded },
      createdAt: at,
    },
    order: {
      id: writtenUuid('o'),
      ticket: 12,
      channel: 'online',
      items: [],
      total,
      state,
      createdAt: at,
    },
  };
}

describe('paymentWords', () => {
  it.each([
    [placed('created', { kind: 'open' }), 'Not paid yet'],
    [placed('authorized', { kind: 'waiting', paidAt: at }), 'Waiting for K Pro'],
    [placed('captured', { kind: 'accepted', paidAt: at, acceptedAt: at }), 'Paid'],
    [placed('captured', { kind: 'ready', paidAt: at, readyAt: at }), 'Ready for you'],
    [placed('captured', { kind: 'picked-up', paidAt: at, pickedUpAt: at }), 'Paid'],
    [
      placed('captured', { kind: 'ready', paidAt: at, readyAt: at }, '100'),
      'Paid, partly given back',
    ],
    [placed('refunded', { kind: 'picked-up', paidAt: at, pickedUpAt: at }, '3800'), 'Given back'],
    [placed('voided', { kind: 'lapsed', lapsedAt: at }), 'Not charged'],
    [placed('declined', { kind: 'open' }), 'Not paid yet'],
    [placed('expired', { kind: 'cancelled', cancelledAt: at }), 'Too late'],
    [placed('captured', { kind: 'dispatched', paidAt: at, dispatchedAt: at }), 'On its way'],
    [placed('captured', { kind: 'received', paidAt: at, receivedAt: at }), 'Paid'],
    [placed('cancelled', { kind: 'cancelled', cancelledAt: at }), 'Cancelled'],
  ])('%#: %s', (given, title) => {
    expect(paymentWords(given).title).toBe(title);
  });

  it('says why an order was turned down, differently for each reason', () => {
    const bodies = REJECT_REASONS.map(
      (reason) => paymentWords(placed('voided', { kind: 'rejected', reason, rejectedAt: at })).body,
    );
    expect(new Set(bodies).size).toBe(REJECT_REASONS.length);
    for (const body of bodies) expect(body).toMatch(/yours again/);
  });

  it('calls nothing settled that staff may still change', () => {
    expect(isMoving(placed('authorized', { kind: 'waiting', paidAt: at }))).toBe(true);
    expect(isMoving(placed('captured', { kind: 'ready', paidAt: at, readyAt: at }))).toBe(true);
    expect(isMoving(placed('voided', { kind: 'lapsed', lapsedAt: at }))).toBe(false);
    expect(isMoving(placed('created', { kind: 'open' }))).toBe(false);
  });
});
