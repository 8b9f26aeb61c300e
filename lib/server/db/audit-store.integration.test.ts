import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditNote } from '@/lib/audit/note';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { addAudit } from './audit-store';
import { verifyLedger } from './ledger-verify';
import { inTransaction } from './transaction';

const MERCHANT = '0191d2f0-0000-7000-8000-000000000001';
const STORE = '0191d2f0-0000-7000-8000-000000000002';
const LIN = '0191d2f0-0000-7000-8000-000000000003';
const ORDER = '0191d2f0-0000-7000-8000-000000000004';
const AT = new Date('2026-11-26T12:00:00.123Z');
const PLACE = { kind: 'store', id: STORE } as const;
const NOTE: AuditNote = {
  action: 'order.accepted',
  by: { kind: 'staff', id: LIN },
  subject: { kind: 'payment', id: ORDER },
  details: { amount: '3800 CNY' },
};

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
  await db.pool.query(
    `INSERT INTO merchants (id, name, currency, created_at) VALUES ('${MERCHANT}', 'K', 'CNY', now());
     INSERT INTO stores (id, merchant_id, name, channel, country, created_at)
       VALUES ('${STORE}', '${MERCHANT}', 'K', 'counter', 'CN', now());
     INSERT INTO staff (id, store_id, email, name, password_hash, role, created_at)
       VALUES ('${LIN}', '${STORE}', 'lin@k.example', 'Lín, "L"', '', 'owner', now())`,
  );
});
afterEach(() => db.close());

const write = (note: AuditNote = NOTE) => addAudit(db.pool, PLACE, note, AT);

/** As someone who owns the server could: triggers off. */
async function tamper(sql: string): Promise<void> {
  const client = await db.pool.connect();
  await client.query(`SET session_replication_role = replica; ${sql}`);
  client.release(true);
}

describe('an entry', () => {
  it('names staff as they are called at that time, also when they are gone', async () => {
    await write();
    await db.pool.query(`UPDATE staff SET name = 'Other'; DELETE FROM staff`);
    const { rows } = await db.pool.query(
      'SELECT scope_id, actor_name, action, details, at FROM audit_entries',
    );
    expect(rows).toEqual([
      {
        ...{ scope_id: MERCHANT, actor_name: 'Lín, "L"', action: 'order.accepted' },
        ...{ details: { amount: '3800 CNY' }, at: AT },
      },
    ]);
    expect(await verifyLedger(db.pool)).toMatchObject({ auditEntries: 1, fault: undefined });
  });

  it('goes with the transaction of what it tells of', async () => {
    const failing = inTransaction(db.pool, async (client) => {
      await addAudit(client, PLACE, NOTE, AT);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await write();
    expect(await verifyLedger(db.pool)).toMatchObject({ auditEntries: 1, fault: undefined });
  });

  it.each([
    `UPDATE audit_entries SET action = 'order.rejected'`,
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries',
    'TRUNCATE audit_chains',
    'UPDATE audit_chains SET entries = 0',
    'DELETE FROM audit_chains',
    `INSERT INTO audit_chains VALUES ('${LIN}', 0, '')`,
  ])('is not undone by %s', async (sql) => {
    await write();
    await expect(db.pool.query(sql)).rejects.toThrow(/^audit: .* is refused/);
  });

  it('never names a shopper', async () => {
    await expect(
      db.pool.query(
        `INSERT INTO audit_entries (id, scope_id, at, actor_kind, actor_name, action, details)
         VALUES (gen_random_uuid(), '${MERCHANT}', now(), 'shopper', 'Mina', 'pin.set', '{}')`,
      ),
    ).rejects.toThrow('audit_shoppers_have_no_names');
  });
});

describe('the chains', () => {
  it('are whole after fifty writers at once, of a merchant and of the platform', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        addAudit(db.pool, i % 2 ? PLACE : 'platform', { ...NOTE, details: { i: String(i) } }, AT),
      ),
    );
    const report = await verifyLedger(db.pool);
    expect(report).toMatchObject({ auditEntries: 50, fault: undefined, isAuditWrong: false });
    const { rows } = await db.pool.query('SELECT entries::int FROM audit_chains');
    expect(rows).toEqual([{ entries: 25 }, { entries: 25 }]);
  });

  const middle = 'WHERE position = 2';
  it.each([
    ['action', `UPDATE audit_entries SET action = 'order.rejected' ${middle}`],
    ['actor', `UPDATE audit_entries SET actor_id = NULL ${middle}`],
    ['name', `UPDATE audit_entries SET actor_name = 'Bo' ${middle}`],
    ['subject', `UPDATE audit_entries SET subject_id = gen_random_uuid() ${middle}`],
    ['details', `UPDATE audit_entries SET details = '{"amount": "1 CNY"}' ${middle}`],
    ['time', `UPDATE audit_entries SET at = at + interval '1 microsecond' ${middle}`],
    ['store', `UPDATE audit_entries SET store_id = NULL ${middle}`],
    ['hash', `UPDATE audit_entries SET hash = sha256('') ${middle}`],
  ])('show that the %s of an entry was changed', async (_, sql) => {
    for (let i = 0; i < 3; i += 1) await write();
    const { rows } = await db.pool.query<{ id: string }>(`SELECT id FROM audit_entries ${middle}`);
    await tamper(sql);
    expect(await verifyLedger(db.pool)).toMatchObject({
      fault: `audit entry ${rows[0]?.id}: its hash does not fit its content and the entry before it`,
      isAuditWrong: true,
    });
  });

  it('show that one is gone, in the middle or at the end', async () => {
    for (let i = 0; i < 3; i += 1) await write();
    await tamper('DELETE FROM audit_entries WHERE position = 3');
    expect((await verifyLedger(db.pool)).fault).toBe(
      `audit chain ${MERCHANT}: its last entry is missing, the chain ends elsewhere`,
    );
    await tamper('DELETE FROM audit_entries WHERE position = 1');
    expect((await verifyLedger(db.pool)).fault).toContain('its hash does not fit');
  });

  it('show that a whole chain is gone', async () => {
    await write();
    await tamper('DELETE FROM audit_chains');
    expect((await verifyLedger(db.pool)).fault).toContain('its chain does not exist');
  });
});
