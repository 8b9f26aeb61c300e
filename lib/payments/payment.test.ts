import { describe, expect, it } from 'vitest';
import { writtenUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import type { Captured } from './state';
import type { Payer, PaymentState } from './state';
import { transition, type PaymentEvent } from './payment';

const at = '2026-11-22T12:00:00.000Z';
const amount = money(3800, 'CNY');
const nothing = money(0, 'CNY');
const payer: Payer = { shopperId: 'shopper', accountId: 'wallet', method: 'face' };
const held = { payer, holdId: 'hold', authorizedAt: at };
const refund = { transferId: writtenUuid('refund'), amount, refundedAt: at };
const dispute = { reason: 'damaged', openedAt: at } as const;
const captured: Captured = {
  kind: 'captured',
  ...held,
  capturedAt: at,
  captured: amount,
  escrow: amount,
  earned: nothing,
  refunds: [],
};

const STATES: Record<PaymentState['kind'], PaymentState> = {
  created: { kind: 'created' },
  challenged: { kind: 'challenged', challengeId: writtenUuid('old') },
  declined: { kind: 'declined', reason: 'insufficient-funds', declinedAt: at },
  authorized: { kind: 'authorized', ...held },
  captured,
  refunded: { kind: 'refunded', ...held, refunds: [refund] },
  voided: { kind: 'voided', ...held, reason: 'sold-out', voidedAt: at },
  cancelled: { kind: 'cancelled', cancelledAt: at },
  expired: { kind: 'expired', expiredAt: at },
};

const EVENTS: readonly PaymentEvent[] = [
  { kind: 'challenge', challengeId: writtenUuid('new') },
  { kind: 'decline', at, reason: 'account-frozen' },
  { kind: 'authorize', at, payer, holdId: 'hold' },
  { kind: 'capture', at, amount, into: 'escrow' },
  { kind: 'void', at, reason: 'sold-out' },
  { kind: 'release', at, amount },
  { kind: 'refund', refund },
  { kind: 'dispute', dispute },
  { kind: 'cancel', at },
  { kind: 'expire', at },
];

const beforePaid = (state: string): Record<string, PaymentState> => ({
  [`${state} challenge`]: { kind: 'challenged', challengeId: writtenUuid('new') },
  [`${state} decline`]: { kind: 'declined', reason: 'account-frozen', declinedAt: at },
  [`${state} authorize`]: STATES.authorized,
  [`${state} cancel`]: STATES.cancelled,
  [`${state} expire`]: STATES.expired,
});

/** The whole machine; what is not listed is refused. */
const ALLOWED: Record<string, PaymentState> = {
  ...beforePaid('created'),
  ...beforePaid('challenged'),
  ...beforePaid('declined'),
  'authorized capture': STATES.captured,
  'authorized void': STATES.voided,
  'captured release': { ...captured, escrow: nothing, earned: amount },
  'captured refund': STATES.refunded,
  'captured dispute': { ...captured, dispute },
};

describe('a payment', () => {
  for (const state of Object.values(STATES)) {
    for (const event of EVENTS) {
      const name = `${state.kind} ${event.kind}`;
      const expected = ALLOWED[name];
      it(`${name} → ${expected?.kind ?? 'refused'}`, () => {
        expect(transition(state, event, amount)).toEqual(expected);
      });
    }
  }

  it.each([
    [0, 'CNY'],
    [-1, 'CNY'],
    [3801, 'CNY'],
    [3800, 'EUR'],
  ] as const)('is not captured, released or refunded for %d %s', (minor, currency) => {
    const wrong = money(minor, currency);
    const capture = { kind: 'capture', at, amount: wrong, into: 'merchant' } as const;
    expect(transition(STATES.authorized, capture, amount)).toBeUndefined();
    expect(transition(captured, { kind: 'release', at, amount: wrong }, amount)).toBeUndefined();
    const back = { kind: 'refund', refund: { ...refund, amount: wrong } } as const;
    expect(transition(captured, back, amount)).toBeUndefined();
  });

  it('gives each refund once', () => {
    const part = { kind: 'refund', refund: { ...refund, amount: money(100, 'CNY') } } as const;
    const once = transition(captured, part, amount);
    expect(once?.kind).toBe('captured');
    expect(once && transition(once, part, amount)).toBeUndefined();
  });

  it('is disputed once, and no more when the escrow is empty', () => {
    const open = { kind: 'dispute', dispute } as const;
    const disputed = transition(captured, open, amount);
    expect(disputed && transition(disputed, open, amount)).toBeUndefined();
    const settled = disputed && transition(disputed, { kind: 'release', at, amount }, amount);
    expect(settled).toMatchObject({ dispute: undefined, earned: amount });
    expect(settled && transition(settled, open, amount)).toBeUndefined();
  });
});
