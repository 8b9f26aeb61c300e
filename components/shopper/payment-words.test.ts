import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '@/lib/api/orders';
import type { PaymentOutcome } from '@/lib/api/payments';
import { writtenUuid } from '@/lib/ids/uuid';
import { REJECT_REASONS, type OrderState } from '@/lib/orders/order';
import { isMoving, paymentWords } from './payment-words';

const at = '2026-11-20T12:00:00Z';

function outcome(status: PaymentStatus, state: OrderState, refunded = '0'): PaymentOutcome {
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
    [outcome('created', { kind: 'open' }), 'Not paid yet'],
    [outcome('challenged', { kind: 'open' }), 'Not paid yet'],
    [outcome('authorized', { kind: 'waiting', paidAt: at }), 'Waiting for K Pro'],
    [outcome('captured', { kind: 'accepted', paidAt: at, acceptedAt: at }), 'Paid'],
    [outcome('captured', { kind: 'ready', paidAt: at, readyAt: at }), 'Ready for you'],
    [outcome('captured', { kind: 'picked-up', paidAt: at, pickedUpAt: at }), 'Paid'],
    [
      outcome('captured', { kind: 'ready', paidAt: at, readyAt: at }, '100'),
      'Paid, partly given back',
    ],
    [outcome('refunded', { kind: 'picked-up', paidAt: at, pickedUpAt: at }, '3800'), 'Given back'],
    [outcome('voided', { kind: 'lapsed', lapsedAt: at }), 'Not charged'],
    [outcome('declined', { kind: 'open' }), 'Not paid yet'],
    [outcome('expired', { kind: 'cancelled', cancelledAt: at }), 'Too late'],
    [outcome('captured', { kind: 'dispatched', paidAt: at, dispatchedAt: at }), 'On its way'],
    [outcome('captured', { kind: 'received', paidAt: at, receivedAt: at }), 'Paid'],
    [outcome('cancelled', { kind: 'cancelled', cancelledAt: at }), 'Cancelled'],
  ])('%#: %s', (given, title) => {
    expect(paymentWords(given).title).toBe(title);
  });

  it('says why an order was turned down, differently for each reason', () => {
    const bodies = REJECT_REASONS.map(
      (reason) =>
        paymentWords(outcome('voided', { kind: 'rejected', reason, rejectedAt: at })).body,
    );
    expect(new Set(bodies).size).toBe(REJECT_REASONS.length);
    for (const body of bodies) expect(body).toMatch(/yours again/);
  });

  it('calls nothing settled that staff may still change', () => {
    expect(isMoving(outcome('authorized', { kind: 'waiting', paidAt: at }))).toBe(true);
    expect(isMoving(outcome('captured', { kind: 'ready', paidAt: at, readyAt: at }))).toBe(true);
    expect(isMoving(outcome('voided', { kind: 'lapsed', lapsedAt: at }))).toBe(false);
    expect(isMoving(outcome('created', { kind: 'open' }))).toBe(false);
  });
});
