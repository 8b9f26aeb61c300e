import { describe, expect, it } from 'vitest';
import { writtenUuid } from '@/lib/ids/uuid';
import { money, type Money } from '@/lib/money/money';
import { refundableOf } from './captured';
import { transition, type PaymentEvent } from './payment';
import type { Captured, Payer, PaymentState } from './state';

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
  declined: { kind: 'declined', reason: 'insufficient-funds', declinedAt: at },
  authorized: { kind: 'authorized', ...held },
  captured,
  refunded: { kind: 'refunded', ...held, refunds: [refund] },
  voided: { kind: 'voided', ...held, reason: 'sold-out', voidedAt: at },
  cancelled: { kind: 'cancelled', cancelledAt: at },
  expired: { kind: 'expired', expiredAt: at },
};

const EVENTS: readonly PaymentEvent[] = [
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
  [`${state} decline`]: { kind: 'declined', reason: 'account-frozen', declinedAt: at },
  [`${state} authorize`]: STATES.authorized,
  [`${state} cancel`]: STATES.cancelled,
  [`${state} expire`]: STATES.expired,
});

/** The whole machine; what is not listed is refused as `wrong-state`. */
const ALLOWED: Record<string, PaymentState> = {
  ...beforePaid('created'),
  ...beforePaid('declined'),
  'authorized capture': STATES.captured,
  'authorized void': STATES.voided,
  'captured release': { ...captured, escrow: nothing, earned: amount },
  'captured refund': STATES.refunded,
  'captured dispute': { ...captured, dispute },
};

/** A refund that was given before is told apart from one that comes too late. */
const OTHER_REASONS: Record<string, string> = { 'refunded refund': 'already-done' };

describe('a payment', () => {
  for (const state of Object.values(STATES)) {
    for (const event of EVENTS) {
      const name = `${state.kind} ${event.kind}`;
      const next = ALLOWED[name];
      const code = OTHER_REASONS[name] ?? 'wrong-state';
      it(`${name} → ${next?.kind ?? code}`, () => {
        expect(transition(state, event, amount)).toEqual(
          next ? { ok: true, value: next } : { ok: false, code },
        );
      });
    }
  }

  const capture = (of: Money): PaymentEvent => ({
    kind: 'capture',
    at,
    amount: of,
    into: 'escrow',
  });
  const release = (of: Money): PaymentEvent => ({ kind: 'release', at, amount: of });
  const giveBack = (of: Money, transferId = writtenUuid('other')): PaymentEvent => ({
    kind: 'refund',
    refund: { transferId, amount: of, refundedAt: at },
  });
  const yuan = (minor: number) => money(minor, 'CNY');
  const euro = money(3800, 'EUR');
  const partly: Captured = {
    ...captured,
    escrow: yuan(1000),
    earned: yuan(2000),
    refunds: [{ transferId: writtenUuid('part'), amount: yuan(800), refundedAt: at }],
  };
  const earnedOnly: Captured = { ...captured, escrow: nothing, earned: amount };

  it.each<[PaymentState, PaymentEvent, string]>([
    [STATES.authorized, capture(yuan(0)), 'amount-out-of-range'],
    [STATES.authorized, capture(yuan(-1)), 'amount-out-of-range'],
    [STATES.authorized, capture(yuan(3801)), 'amount-out-of-range'],
    [STATES.authorized, capture(euro), 'amount-out-of-range'],
    [captured, release(yuan(0)), 'amount-out-of-range'],
    [captured, release(yuan(3801)), 'amount-out-of-range'],
    [captured, release(euro), 'amount-out-of-range'],
    [earnedOnly, release(yuan(1)), 'wrong-state'],
    [captured, giveBack(yuan(0)), 'amount-out-of-range'],
    [captured, giveBack(yuan(-1)), 'amount-out-of-range'],
    [captured, giveBack(euro), 'amount-out-of-range'],
    [captured, giveBack(yuan(3801)), 'over-refund'],
    [partly, giveBack(yuan(3001)), 'over-refund'],
    [partly, giveBack(yuan(800), writtenUuid('part')), 'already-done'],
    [partly, giveBack(yuan(801), writtenUuid('part')), 'id-reused'],
    [partly, giveBack(money(800, 'EUR'), writtenUuid('part')), 'id-reused'],
    [STATES.refunded, giveBack(yuan(1)), 'over-refund'],
    [STATES.refunded, giveBack(euro), 'amount-out-of-range'],
    [STATES.refunded, giveBack(yuan(1), writtenUuid('refund')), 'id-reused'],
    [earnedOnly, { kind: 'dispute', dispute }, 'wrong-state'],
    [{ ...captured, dispute }, { kind: 'dispute', dispute }, 'wrong-state'],
  ])('%#: %o, then %o is refused: %s', (state, event, code) => {
    expect(transition(state, event, amount)).toEqual({ ok: false, code });
  });

  it.each<[string, Captured, Money]>([
    ['of the escrow and the earned', partly, yuan(3000)],
    ['of the earned alone', earnedOnly, amount],
  ])('gives all back that is left %s', (_, state, left) => {
    expect(refundableOf(state, amount)).toEqual(left);
    expect(transition(state, giveBack(left), amount)).toMatchObject({
      ok: true,
      value: { kind: 'refunded' },
    });
    const most = transition(state, giveBack(yuan(Number(left.amount) - 1)), amount);
    expect(most).toMatchObject({ ok: true, value: { kind: 'captured' } });
    expect(most.ok && refundableOf(most.value, amount)).toEqual(yuan(1));
  });

  it.each(Object.values(STATES).filter(({ kind }) => kind !== 'captured'))(
    'has nothing left to give back when $kind',
    (state) => expect(refundableOf(state, amount)).toEqual(nothing),
  );

  it('is not disputed any more when the escrow is empty', () => {
    const disputed: Captured = { ...captured, dispute };
    expect(transition(disputed, release(amount), amount)).toStrictEqual({
      ok: true,
      value: { ...captured, escrow: nothing, earned: amount },
    });
  });
});
