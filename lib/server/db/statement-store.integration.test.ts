import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { openAccounts } from './ledger-store';
import { databasePool } from './pool';
import { sumPayouts } from './statement-store';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', db.url);
});
afterAll(async () => {
  await databasePool().end();
  await db.close();
});

describe('sumPayouts', () => {
  it('sums the payouts alone, and reads no other debit', async () => {
    const [bank = '', merchant = '', wallet = ''] = await openAccounts(db.pool, [
      { kind: 'bank', currency: 'CNY' },
      { kind: 'merchant', ownerId: randomUUID(), currency: 'CNY' },
      { kind: 'wallet', ownerId: randomUUID(), currency: 'CNY' },
    ]);
    const transfer = `INSERT INTO ledger_transfers
      (id, kind, debit_account_id, credit_account_id, currency, amount, code, created_at)`;
    await db.pool.query(
      `${transfer} VALUES ($1, 'posted', $2, $3, 'CNY', 1000000, 'top-up', now())`,
      [randomUUID(), bank, merchant],
    );
    // Every hundredth is a payout.
    await db.pool.query(
      `${transfer} SELECT gen_random_uuid(), 'posted', $1, CASE WHEN payout THEN $2::uuid ELSE $3 END,
              'CNY', 5, CASE WHEN payout THEN 'payout' ELSE 'refund' END, now()
         FROM (SELECT n % 100 = 0 AS payout FROM generate_series(1, 3000) AS n) AS debits`,
      [merchant, bank, wallet],
    );
    await db.pool.query('VACUUM ANALYZE ledger_transfers');

    expect(await sumPayouts(merchant)).toBe(150n);
    expect(await sumPayouts(bank)).toBe(0n);
    // PostgreSQL publishes its counts about once a second.
    await vi.waitFor(
      async () => {
        await sumPayouts(merchant);
        const { rows } = await db.pool.query<{ scans: number; perScan: number }>(
          `SELECT idx_scan::int AS scans, idx_tup_read::float / idx_scan AS "perScan"
             FROM pg_stat_user_indexes WHERE indexrelname = 'ledger_transfer_payouts'`,
        );
        expect(rows[0]?.scans).toBeGreaterThan(0);
        expect(rows[0]?.perScan).toBeLessThanOrEqual(30);
      },
      { timeout: 20_000, interval: 300 },
    );
  });
});
