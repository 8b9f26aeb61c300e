import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenUuid } from '@/lib/ids/uuid';
import { accountId, flagsOf, type AccountPurpose } from '@/lib/ledger/account';
import { feeOf, type FeeTerms } from '@/lib/ledger/fee';
import { topUp } from '@/lib/ledger/postings';
import { ReferenceLedger } from '@/lib/ledger/reference-ledger';
import { isDone } from '@/lib/ledger/result';
import { money } from '@/lib/money/money';
import { escrowOf, feesOf, merchantOf, purposesOf, walletOf } from './accounts';
import { attemptsBy, MERCHANT, placedFor, SHOPPERS, type Attempt } from './life.fixture';
import { refundedAmount } from './captured';
import type { Moment, PaymentWithOrder } from './change';

const POCKET = 20_000n;
const EPOCH = Date.parse('2026-11-22T12:00:00.000Z');

/** The books and the payments of a few people at one merchant, driven only through changes. */
class World {
  readonly ledger = new ReferenceLedger();
  readonly placed: PaymentWithOrder[];
  private ids = 0;

  constructor(amounts: readonly number[], feeTerms: FeeTerms) {
    this.placed = amounts.map((amount, index) => placedFor(index, amount, feeTerms));
    const wallets = SHOPPERS.map((ownerId) => ({ kind: 'wallet', ownerId, currency: 'CNY' }));
    const bank: AccountPurpose = { kind: 'bank', currency: 'CNY' };
    const purposes = [...purposesOf(MERCHANT, 'CNY'), ...wallets, bank] as AccountPurpose[];
    for (const purpose of purposes) {
      this.ledger.open({ id: accountId(purpose), purpose, ...flagsOf(purpose.kind) });
    }
    for (const shopper of SHOPPERS) {
      const between = { from: accountId(bank), to: walletOf(shopper, 'CNY') };
      const posting = { id: this.newId(), referenceId: shopper };
      const group = topUp(posting, { ...between, amount: money(POCKET, 'CNY') });
      expect(this.ledger.post([group], new Date(EPOCH)).flat().every(isDone)).toBe(true);
    }
  }

  /** What `payment_commit` does: the ledger's yes makes the new state true, its no nothing. */
  attempt({ target, plan }: Attempt, second: number): void {
    const index = target % this.placed.length;
    const placed = this.placed[index];
    if (!placed) throw new Error('no such payment');
    const at = new Date(EPOCH + second * 1000);
    const moment: Moment = { at: at.toISOString(), newId: () => writtenUuid(this.newId()) };
    const planned = plan(placed, moment);
    if (!planned.ok) return;
    const change = planned.value;
    const codes = this.ledger.post([change.transfers], at).flat();
    if (!codes.every((code) => code === 'ok')) {
      expect(codes).toContain('insufficient-funds');
      return;
    }
    this.placed[index] = { payment: change.payment, order: change.order ?? placed.order };
  }

  /** Posted balance of an account, in minor units. */
  net(id: string): bigint {
    const balances = this.ledger.balances(id);
    return balances ? balances.creditsPosted - balances.debitsPosted : 0n;
  }

  pending(id: string): bigint {
    return this.ledger.balances(id)?.debitsPending ?? 0n;
  }

  private newId(): string {
    return `id-${(this.ids += 1)}`;
  }
}

const amounts = fc.array(fc.integer({ min: 2, max: 9_000 }), { minLength: 1, maxLength: 8 });
const worlds = fc.record({
  amounts,
  terms: fc.record({ basisPoints: fc.integer({ min: 0, max: 2_500 }) }),
});

describe('whatever happens to payments in whatever order', () => {
  it('the books say what the payments say, to the last minor unit', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(attemptsBy(SHOPPERS), { maxLength: 60 }),
        ({ amounts: asked, terms }, attempts) => {
          const world = new World(asked, terms);
          for (const [second, attempt] of attempts.entries()) {
            world.attempt(attempt, second);
            checkWorld(world, terms);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function checkWorld(world: World, terms: FeeTerms): void {
  let escrow = 0n;
  let earned = 0n;
  let fees = 0n;
  let held = 0n;
  for (const { payment } of world.placed) {
    const { state, amount } = payment;
    if (state.kind === 'authorized') held += amount.amount;
    if (state.kind !== 'captured') continue;
    const refunded = refundedAmount(state.refunds);
    expect(state.escrow.amount + state.earned.amount + refunded).toBe(state.captured.amount);
    expect(state.captured.amount <= amount.amount).toBe(true);
    escrow += state.escrow.amount;
    earned += state.earned.amount;
    fees += feeOf(state.earned.amount, terms);
  }
  const { payment } = world.placed[0] ?? placedFor(0, 1, terms);
  expect(world.net(escrowOf(payment))).toBe(escrow);
  expect(world.net(merchantOf(payment))).toBe(earned - fees);
  expect(world.net(feesOf(payment))).toBe(fees);
  const wallets = SHOPPERS.map((shopper) => walletOf(shopper, 'CNY'));
  expect(wallets.reduce((sum, wallet) => sum + world.pending(wallet), 0n)).toBe(held);
  const inWallets = wallets.reduce((sum, wallet) => sum + world.net(wallet), 0n);
  expect(inWallets + escrow + earned).toBe(POCKET * BigInt(SHOPPERS.length));
  for (const wallet of wallets) {
    expect(world.net(wallet) - world.pending(wallet) >= 0n).toBe(true);
  }
}
