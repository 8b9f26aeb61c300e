import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { migrate } from './migrate';
import { paymentOf, type PaymentRow } from '@/lib/server/db/payment-row';

const MIGRATIONS = join(process.cwd(), 'prisma', 'migrations');
const id = (n: number) => `0199f000-0000-7000-8000-00000000000${n}`;
const [merchant, store, terminal, shopper] = [1, 2, 3, 4].map(id);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const folder = mkdtempSync(join(tmpdir(), 'smile-migrations-'));
  for (const name of readdirSync(MIGRATIONS).filter((one) => /^\d/.test(one) && one < '0016')) {
    cpSync(join(MIGRATIONS, name), join(folder, 'migrations', name), { recursive: true });
  }
  mkdirSync(join(folder, 'functions'));
  await migrate(db.url, { folder });
  rmSync(folder, { recursive: true });
  await fill();
  await migrate(db.url);
});
afterAll(() => db.close());

/** A merchant with two old payments: one challenged at the counter, one captured online. */
async function fill(): Promise<void> {
  const { pool } = db;
  await pool.query(
    `INSERT INTO merchants (id, name, currency, fee_basis_points, created_at)
     VALUES ($1, 'K Pro', 'CNY', 60, now())`,
    [merchant],
  );
  await pool.query(
    `INSERT INTO stores (id, merchant_id, name, channel, country, created_at)
     VALUES ($1, $2, 'K Pro', 'counter', 'CN', now())`,
    [store, merchant],
  );
  await pool.query(
    `INSERT INTO terminals (id, store_id, name, token_hash, paired_at)
     VALUES ($1, $2, 'Counter', '\\x01', now())`,
    [terminal, store],
  );
  await pool.query(
    `INSERT INTO shoppers (id, phone, name, password_hash, currency, created_at)
     VALUES ($1, '+8613900001234', 'Mina', 'x', 'CNY', now())`,
    [shopper],
  );
  for (const [n, channel, payer, state, data] of [
    [5, 'counter', null, 'challenged', { kind: 'challenged', challengeId: id(9) }],
    [6, 'online', shopper, 'authorized', authorized],
  ] as const) {
    await pool.query(
      `INSERT INTO orders (id, store_id, channel, ticket, items, total, currency, terminal_id,
                           shopper_id, state, data, request_hash, created_at)
       VALUES ($1, $2, $3, $4, '[]', 100, 'CNY', $5, $6, 'open', '{"kind": "open"}', '\\x', now())`,
      [id(n), store, channel, n, payer === null ? terminal : null, payer],
    );
    await pool.query(
      `INSERT INTO payments (id, order_id, store_id, merchant_id, payee, channel, amount, currency,
                             fee_basis_points, payer_id, state, data, created_at)
       VALUES ($1, $1, $2, $3, 'K Pro', $4, 100, 'CNY', 60, $5, $6, $7, now())`,
      [id(n), store, merchant, channel, payer, state, data],
    );
  }
  await pool.query(
    `INSERT INTO outbox (topic, payload, created_at, due_at)
     VALUES ('payment.authorize', $1, now(), now())`,
    [{ paymentId: id(6), orderId: id(6) }],
  );
}

const authorized = {
  kind: 'authorized',
  payer: { shopperId: shopper, accountId: id(7), method: 'face' },
  holdId: id(8),
  authorizedAt: '2026-11-22T12:00:00.000Z',
};

async function payment(n: number) {
  const { rows } = await db.pool.query<PaymentRow & { state: string }>(
    `SELECT id, source, order_id AS "orderId", reference, store_id AS "storeId",
            merchant_id AS "merchantId", payee, amount, tip, fee_terms AS "feeTerms", currency,
            state, data, version, created_at AS "createdAt" FROM payments WHERE id = $1`,
    [id(n)],
  );
  const [row] = rows;
  if (!row) throw new Error('no such payment');
  return { column: row.state, ...paymentOf(row) };
}

describe('what was written before payments had a source', () => {
  it('a challenged payment is one that was only created', async () => {
    expect(await payment(5)).toMatchObject({
      column: 'created',
      state: { kind: 'created' },
      source: { kind: 'counter-order', orderId: id(5) },
      feeTerms: { basisPoints: 60 },
    });
  });

  it('any other keeps its state, and its order is its source', async () => {
    expect(await payment(6)).toMatchObject({
      column: 'authorized',
      state: authorized,
      source: { kind: 'online-order', orderId: id(6) },
      version: 0,
    });
  });

  it('the merchant keeps its fee, and a message that waits says for whom it is', async () => {
    const merchants = await db.pool.query('SELECT fee_terms FROM merchants');
    expect(merchants.rows).toEqual([{ fee_terms: { basisPoints: 60 } }]);
    const outbox = await db.pool.query<{ payload: unknown }>('SELECT payload FROM outbox');
    expect(outbox.rows).toEqual([
      { payload: { paymentId: id(6), orderId: id(6), shopperId: shopper } },
    ]);
  });
});
