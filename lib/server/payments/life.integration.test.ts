import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Uuid, newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { authorizePayment, capturePayment } from '@/lib/payments/holding';
import { actsBy, type Act } from '@/lib/payments/life.fixture';
import { databasePool } from '../db/pool';
import { verifyLedger } from '../db/ledger-verify';
import { DEMO_SHOP } from '../demo/people';
import { MINA, OTTO, atCounter, onPhone, openDemo, orderOf, value } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { placeOrder } from '../orders/place-order';
import { topUp } from '../shoppers/wallet';
import { commitOn } from './commit';

openDemo();
beforeAll(async () => {
  await databasePool().query('UPDATE merchants SET fee_basis_points = 137');
});

const CONNECTIONS = 16;
const ROUNDS = 8;
const PAYMENTS = 8;

/** What a commit may answer when acts race; anything else is a bug. */
const EXPECTED = ['wrong-state', 'insufficient-funds'];

/** Half of them at the counter, half of them online; with the money to pay for some of them. */
async function placeSome(): Promise<readonly Uuid[]> {
  for (const shopper of [MINA, OTTO]) {
    value(await topUp(shopper, { id: newUuid(), amount: money(30_000, 'CNY') }));
  }
  const placed = Array.from({ length: PAYMENTS }, async (_, index) => {
    const counter = { ...orderOf('noodle-soup', ['mild']), tip: money(380, 'CNY') };
    const online = { ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId };
    return index % 2 === 0
      ? value(await placeOrder(atCounter, counter))
      : value(await placeOrder(onPhone(MINA), { ...online, channel: 'online' }));
  });
  return (await Promise.all(placed)).map(({ order }) => order.id);
}

async function play(orderIds: readonly Uuid[], acts: readonly Act[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const left = [...acts];
  const worker = async () => {
    for (let act = left.shift(); act; act = left.shift()) {
      const orderId = orderIds[act.target % orderIds.length] ?? newUuid();
      const result = await commitOn(orderId, act.plan);
      seen.add(result.ok ? `${act.name} done` : result.code);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return seen;
}

describe('with 16 connections and whatever happens to payments', () => {
  it('every payment and the ledger agree, and the ledger is right', async () => {
    const seen = new Set<string>();
    const sample = fc.sample(
      fc.array(actsBy([MINA.id, OTTO.id]), { minLength: 150, maxLength: 150 }),
      { numRuns: ROUNDS },
    );
    for (const acts of sample) {
      const orderIds = await placeSome();
      for (const word of await play(orderIds, acts)) seen.add(word);
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

  it.each([
    [`data = jsonb_set(data, '{earned,amount}', '"1"')`, 'moved'],
    [`state = 'voided'`, 'says of itself that it is captured'],
    [`data = data - 'escrow'`, 'has a state that nobody can read'],
  ])('a payment that lies is found: SET %s', async (lie, fault) => {
    const [orderId = newUuid()] = await placeSome();
    const payer = { shopperId: MINA.id, method: 'face' } as const;
    value(await commitOn(orderId, (placed, moment) => authorizePayment(placed, payer, moment)));
    const { payment } = value(await commitOn(orderId, capturePayment));
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
