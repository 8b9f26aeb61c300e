import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor, money } from '@/lib/money/money';
import { accountId, flagsOf, type AccountPurpose, type Balances } from './account';
import { feeChange, feeOf } from './fee';
import {
  authorize,
  capture,
  expireHold,
  payout,
  refund,
  release,
  topUp,
  voidHold,
  type Fee,
} from './postings';
import { ReferenceLedger } from './reference-ledger';
import { isDone } from './result';
import { timeOf } from './conformance.fixture';
import type { TransferGroup } from './transfer';

const ACCOUNTS = {
  wallet: { kind: 'wallet', ownerId: 'shopper', currency: 'CNY' },
  merchant: { kind: 'merchant', ownerId: 'shop', currency: 'CNY' },
  escrow: { kind: 'escrow', ownerId: 'shop', currency: 'CNY' },
  fees: { kind: 'fees', currency: 'CNY' },
  bank: { kind: 'bank', currency: 'CNY' },
} as const satisfies Record<string, AccountPurpose>;
type Name = keyof typeof ACCOUNTS;

const idOf = (name: Name) => accountId(ACCOUNTS[name]);
const cny = (amount: number | bigint) => money(amount, 'CNY');
const between = (from: Name, to: Name, amount: number | bigint) => ({
  from: idOf(from),
  to: idOf(to),
  amount: cny(amount),
});
const posting = (id: string) => ({ id, referenceId: 'payment' });
const fee = (from: Name, to: Name, amount: number | bigint): Fee => ({
  id: `fee ${from} ${to}`,
  ...between(from, to, amount),
});

function openedLedger(): ReferenceLedger {
  const ledger = new ReferenceLedger();
  for (const purpose of Object.values(ACCOUNTS)) {
    ledger.open({ id: accountId(purpose), purpose, ...flagsOf(purpose.kind) });
  }
  return ledger;
}

/** Posts each group, all of which must succeed; returns what is posted on each account. */
function play(...groups: TransferGroup[]): Record<Name, number> {
  const ledger = openedLedger();
  for (const group of groups) {
    const codes = ledger.post([group], timeOf(group[0]?.kind === 'expire' ? 900 : 0)).flat();
    expect(codes.every(isDone), `${JSON.stringify(group[0]?.code)}: ${codes.join()}`).toBe(true);
  }
  const net = (name: Name) => netOf(ledger.balances(idOf(name)));
  return {
    wallet: net('wallet'),
    merchant: net('merchant'),
    escrow: net('escrow'),
    fees: net('fees'),
    bank: net('bank'),
  };
}

function netOf(balances: Balances | undefined): number {
  if (!balances) throw new Error('no such account');
  expect(balances.debitsPending + balances.creditsPending).toBe(0n);
  return Number(balances.creditsPosted - balances.debitsPosted);
}

const GIFT = topUp(posting('gift'), between('bank', 'wallet', 10_000));
const HOLD = authorize(posting('hold'), between('wallet', 'merchant', 3800), 900);
const INTO_ESCROW = authorize(posting('hold'), between('wallet', 'escrow', 3800), 900);
const TAKE = capture(posting('take'), 'hold');
const TAKE_WITH_FEE = capture(posting('take'), 'hold', undefined, fee('merchant', 'fees', 38));

describe('what is posted', () => {
  it.each<[string, TransferGroup[], Partial<Record<Name, number>>]>([
    ['a top-up', [GIFT], { wallet: 10_000, bank: -10_000 }],
    ['a captured hold', [GIFT, HOLD, TAKE], { wallet: 6200, merchant: 3800 }],
    [
      'a captured part',
      [GIFT, HOLD, capture(posting('take'), 'hold', minor(3000))],
      { wallet: 7000, merchant: 3000 },
    ],
    [
      'a capture with a fee',
      [GIFT, HOLD, TAKE_WITH_FEE],
      { wallet: 6200, merchant: 3762, fees: 38 },
    ],
    [
      'a fee of nothing',
      [GIFT, HOLD, capture(posting('take'), 'hold', undefined, fee('merchant', 'fees', 0))],
      { merchant: 3800 },
    ],
    ['a void', [GIFT, HOLD, voidHold(posting('void'), 'hold')], { wallet: 10_000, merchant: 0 }],
    [
      'an expiry',
      [GIFT, HOLD, expireHold(posting('late'), 'hold')],
      { wallet: 10_000, merchant: 0 },
    ],
    [
      'a refund',
      [GIFT, HOLD, TAKE, refund(posting('back'), between('merchant', 'wallet', 800))],
      { wallet: 7000, merchant: 3000 },
    ],
    [
      'a whole refund, its fee too',
      [
        GIFT,
        HOLD,
        TAKE_WITH_FEE,
        refund(posting('back'), between('merchant', 'wallet', 3800), fee('fees', 'merchant', 38)),
      ],
      { wallet: 10_000, merchant: 0, fees: 0 },
    ],
    ['money in escrow', [GIFT, INTO_ESCROW, TAKE], { wallet: 6200, escrow: 3800, merchant: 0 }],
    [
      'a release',
      [
        GIFT,
        INTO_ESCROW,
        TAKE,
        release(
          posting('release'),
          between('escrow', 'merchant', 3800),
          fee('merchant', 'fees', 38),
        ),
      ],
      { escrow: 0, merchant: 3762, fees: 38 },
    ],
    [
      'a dispute that is settled in parts',
      [
        GIFT,
        INTO_ESCROW,
        TAKE,
        refund(posting('part'), between('escrow', 'wallet', 1000)),
        release(posting('rest'), between('escrow', 'merchant', 2800)),
      ],
      { wallet: 7200, escrow: 0, merchant: 2800 },
    ],
    [
      'a payout',
      [GIFT, HOLD, TAKE, payout(posting('out'), between('merchant', 'bank', 3800))],
      { merchant: 0, bank: -6200 },
    ],
  ])('%s', (_, groups, expected) => {
    expect(play(...groups)).toMatchObject(expected);
  });

  it('every transfer names the payment', () => {
    const all = [
      HOLD,
      TAKE_WITH_FEE,
      voidHold(posting('v'), 'hold'),
      refund(posting('b'), between('merchant', 'wallet', 1)),
    ];
    expect(new Set(all.flat().map(({ referenceId }) => referenceId))).toEqual(new Set(['payment']));
  });
});

it('a payment that is given back in any parts leaves nothing behind', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 2000 }), (refunds, basisPoints) => {
      const captured = minor(refunds.reduce((sum, part) => sum + part, 0));
      const taken = feeOf(captured, { basisPoints });
      let earned = captured;
      const back = refunds.map((part, i) => {
        const after = minor(earned - BigInt(part));
        const due = feeChange(after, earned, { basisPoints });
        earned = after;
        const feeBack = { ...fee('fees', 'merchant', due), id: `fee back ${i}` };
        return refund(posting(`back ${i}`), between('merchant', 'wallet', part), feeBack);
      });
      const balances = play(
        GIFT,
        authorize(posting('hold'), between('wallet', 'merchant', captured), 900),
        capture(posting('take'), 'hold', undefined, fee('merchant', 'fees', taken)),
        ...back,
      );
      expect(balances).toEqual({ wallet: 10_000, merchant: 0, escrow: 0, fees: 0, bank: -10_000 });
    }),
  );
});
