import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Uuid, newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { authorizePayment, capturePayment } from '@/lib/payments/holding';
import { attemptsBy, type Attempt } from '@/lib/payments/life.fixture';
import { databasePool } from '../db/pool';
import { verifyLedger } from '../db/ledger-verify';
import { DEMO_SHOP } from '../demo/people';
import { MINA, OTTO, atCounter, onPhone, openDemo, orderOf, value } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { placeOrder } from '../orders/place-order';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { checkout, recordOf } from './checkout.fixture';
import { commitOn } from './commit';

openDemo();
beforeAll(async () => {
  await databasePool().query(`UPDATE merchants SET fee_terms = '{"basisPoints": 137}'`);
});

const CONNECTIONS = 16;
const ROUNDS = 8;
const PAYMENTS = 8;

/** What a commit may answer when attempts race; anything else is a bug. */
const EXPECTED = [
  'wrong-state',
  'insufficient-funds',
  'nothing-left',
  'amount-out-of-range',
  'over-refund',
  'id-reused',
];

/** At the counter, online and without an order; with the money to pay for some of them. */
async function placeSome(): Promise<readonly Uuid[]> {
  for (const shopper of [MINA, OTTO]) {
    value(await topUpWallet(shopper, { id: newUuid(), amount: money(30_000, 'CNY') }));
  }
  const placed = Array.from({ length: PAYMENTS }, async (_, index) => {
    const counter = { ...orderOf('noodle-soup', ['mild']), tip: money(380, 'CNY') };
    const online = { ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId };
    if (index % 3 === 0) {
      return checkout(DEMO_SHOP.storeId, money(4_321, 'CNY'), `A-${index}`);
    }
    return index % 3 === 1
      ? value(await placeOrder(atCounter, counter))
      : value(await placeOrder(onPhone(MINA), { ...online, channel: 'online' }));
  });
  return (await Promise.all(placed)).map(({ payment }) => payment.id);
}

async function play(
  paymentIds: readonly Uuid[],
  attempts: readonly Attempt[],
): Promise<Set<string>> {
  const seen = new Set<string>();
  const left = [...attempts];
  const worker = async () => {
    for (let attempt = left.shift(); attempt; attempt = left.shift()) {
      const record = await recordOf(paymentIds[attempt.target % paymentIds.length] ?? newUuid());
      const result = await commitOn(record, attempt.plan);
      seen.add(result.ok ? `${attempt.name} done` : result.code);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return seen;
}

describe('with 16 connections and whatever happens to payments', () => {
  it('every payment and the ledger agree, and the ledger is right', async () => {
    const seen = new Set<string>();
    const sample = fc.sample(
      fc.array(attemptsBy([MINA.id, OTTO.id]), { minLength: 150, maxLength: 150 }),
      { numRuns: ROUNDS },
    );
    for (const attempts of sample) {
      const paymentIds = await placeSome();
      for (const word of await play(paymentIds, attempts)) seen.add(word);
      const report = await verifyLedger(databasePool());
      expect(report.fault).toBeUndefined();
      await ledgerIsBalanced();
    }
    const codes = [...seen].filter((word) => !word.endsWith(' done'));
    expect(codes.filter((code) => !EXPECTED.includes(code))).toEqual([]);
    // Enough happened for the agreement to mean something.
    const done = [...seen].filter((word) => word.endsWith(' done'));
    expect(done.length).toBeGreaterThanOrEqual(9);
  });

  it('a commit answers what the database has, without reading it again', async () => {
    const [attempts = []] = fc.sample(
      fc.array(attemptsBy([MINA.id, OTTO.id]), { minLength: 150, maxLength: 150 }),
      { numRuns: 1, seed: 1 },
    );
    const paymentIds = await placeSome();
    const kinds = new Set<string>();
    for (const attempt of attempts) {
      const record = await recordOf(paymentIds[attempt.target % paymentIds.length] ?? newUuid());
      const result = await commitOn(record, attempt.plan);
      if (!result.ok) continue;
      const { payment, order } = await recordOf(record.payment.id);
      expect(result.value).toEqual({ ...record, payment, order });
      kinds.add(attempt.name);
    }
    expect(kinds.size).toBeGreaterThanOrEqual(7);
  });

  it.each([
    [`data = jsonb_set(data, '{earned,amount}', '"1"')`, 'moved'],
    [`state = 'voided'`, 'says of itself that it is captured'],
    [`data = data - 'escrow'`, 'has a state that nobody can read'],
  ])('a payment that lies is found: SET %s', async (lie, fault) => {
    const [, paymentId = newUuid()] = await placeSome();
    const payer = { shopperId: MINA.id, method: 'face' } as const;
    const placed = await recordOf(paymentId);
    const paid = value(
      await commitOn(placed, (record, moment) => authorizePayment(record, payer, moment)),
    );
    const { payment } = value(await commitOn(paid, capturePayment));
    const db = databasePool();
    expect((await verifyLedger(db)).fault).toBeUndefined();
    const { rows } = await db.query<{ state: string; data: unknown }>(
      `SELECT state, data FROM payments WHERE id = $1`,
      [payment.id],
    );
    await db.query(`UPDATE payments SET ${lie} WHERE id = $1`, [payment.id]);
    const report = await verifyLedger(db);
    expect(report.fault).toContain(`payment ${payment.id}`);
    expect(report.fault).toContain(fault);
    const { state, data } = rows[0] ?? {};
    await db.query(`UPDATE payments SET state = $2, data = $3 WHERE id = $1`, [
      payment.id,
      state,
      data,
    ]);
    expect((await verifyLedger(db)).fault).toBeUndefined();
  });
});
