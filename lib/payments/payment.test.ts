import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '@/lib/money/money';
import {
  refundedAmount,
  transition,
  type Payer,
  type PaymentEvent,
  type PaymentState,
  type Refund,
} from './payment';

const at = '2026-11-22T12:00:00.000Z';
const amount = money(3800, 'CNY');
const payer: Payer = { shopperId: 'shopper', accountId: 'wallet', method: 'face' };
const held = { payer, holdId: 'hold', authorizedAt: at };
const refund = (minor: number, transferId = 'refund'): Refund => ({
  transferId,
  amount: money(minor, 'CNY'),
  refundedAt: at,
});

const STATES: Record<PaymentState['kind'], PaymentState> = {
  created: { kind: 'created' },
  challenged: { kind: 'challenged', challengeId: 'old' },
  authorized: { kind: 'authorized', ...held },
  captured: { kind: 'captured', ...held, capturedAt: at, refunds: [] },
  refunded: { kind: 'refunded', ...held, refunds: [refund(3800)] },
  voided: { kind: 'voided', ...held, reason: 'sold-out', voidedAt: at },
  cancelled: { kind: 'cancelled', cancelledAt: at },
};

const EVENTS: readonly PaymentEvent[] = [
  { kind: 'challenge', challengeId: 'new' },
  { kind: 'authorize', at, payer, holdId: 'hold' },
  { kind: 'capture', at },
  { kind: 'void', at, reason: 'sold-out' },
  { kind: 'refund', refund: refund(3800) },
  { kind: 'cancel', at },
];

/** The whole machine; what is not listed is refused. */
const ALLOWED: Record<string, PaymentState> = {
  'created challenge': { kind: 'challenged', challengeId: 'new' },
  'created authorize': STATES.authorized,
  'created cancel': STATES.cancelled,
  'challenged challenge': { kind: 'challenged', challengeId: 'new' },
  'challenged authorize': STATES.authorized,
  'challenged cancel': STATES.cancelled,
  'authorized capture': STATES.captured,
  'authorized void': STATES.voided,
  'captured refund': STATES.refunded,
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

  it('is refunded in parts, never over what was captured', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 3000 }), { maxLength: 12 }), (parts) => {
        let state: PaymentState = STATES.captured;
        for (const [i, part] of parts.entries()) {
          const event: PaymentEvent = { kind: 'refund', refund: refund(part, `refund-${i}`) };
          state = transition(state, event, amount) ?? state;
        }
        const total = 'refunds' in state ? refundedAmount(state.refunds) : 0n;
        expect(total <= amount.amount).toBe(true);
        expect(state.kind).toBe(total === amount.amount ? 'refunded' : 'captured');
      }),
    );
  });

  it('refuses a refund in another currency', () => {
    const event: PaymentEvent = {
      kind: 'refund',
      refund: { ...refund(100), amount: money(100, 'EUR') },
    };
    expect(transition(STATES.captured, event, amount)).toBeUndefined();
  });
});
