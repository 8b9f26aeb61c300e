import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actsIn, castOf, timeOf } from '@/lib/ledger/conformance.fixture';
import { postGroup } from './ledger-store';
import { sqlLedger } from './ledger.fixture';
import { verifyLedger } from './ledger-verify';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';

const acts = actsIn('verify');
const cast = castOf('verify');
const { wallet, shop } = cast;

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
  await sqlLedger(db.pool).open(Object.values(cast));
  for (const transfer of [
    acts.pay('gift', 'bank', 'wallet', 1000),
    acts.hold('hold', 'wallet', 'shop', 400),
    acts.pay('tea', 'wallet', 'shop', 5),
    acts.take('taken', 'hold', 250),
    acts.pay('cake', 'wallet', 'shop', 7),
    acts.hold('open', 'wallet', 'shop', 9),
  ]) {
    await postGroup(db.pool, [transfer], timeOf(0));
  }
});
afterEach(() => db.close());

/** As someone who owns the server could: triggers off. */
async function tamper(sql: string): Promise<void> {
  const client = await db.pool.connect();
  await client.query(`SET session_replication_role = replica; ${sql}`);
  client.release(true);
}
const at = (name: string) => `WHERE id = '${acts.id(name)}'`;

describe('verifyLedger', () => {
  it('counts and finds nothing wrong in untouched books', async () => {
    expect(await verifyLedger(db.pool)).toEqual({
      accounts: 5,
      transfers: 6,
      openHolds: 1,
      payments: 0,
      auditEntries: 0,
      isAuditWrong: false,
      fault: undefined,
    });
  });

  it.each([
    ['amount', 'amount + 1'],
    ['credit_account_id', `'${cast.vault.id}'`],
    ['debit_account_id', `'${cast.vault.id}'`],
    ['currency', `'EUR'`],
    ['kind', `'pending'`],
    ['code', `'gift'`],
    ['reference_id', 'gen_random_uuid()'],
    ['timeout_seconds', '5'],
    ['created_at', `created_at + interval '1 microsecond'`],
    ['credit_position', 'credit_position + 100'],
    ['debit_position', 'debit_position + 100'],
    ['hash', `sha256('')`],
    ['id', 'gen_random_uuid()'],
  ])('names a transfer whose %s was changed', async (column, value) => {
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT id FROM ledger_transfers ${at('tea')}`,
    );
    expect(rows).toHaveLength(1);
    await tamper(`UPDATE ledger_transfers SET ${column} = ${value} ${at('tea')}`);
    const { fault } = await verifyLedger(db.pool);
    if (column === 'id') expect(fault).toMatch(/^transfer .*: its hash does not fit/);
    // Out of its place it is the transfer after it that does not fit any more.
    else if (column === 'debit_position') expect(fault).toContain(`transfer ${acts.id('taken')}`);
    else expect(fault).toContain(`transfer ${acts.id('tea')}: its hash does not fit`);
  });

  it('names the transfer after one that was removed', async () => {
    await tamper(`DELETE FROM ledger_transfers ${at('tea')}`);
    expect((await verifyLedger(db.pool)).fault).toContain(`transfer ${acts.id('taken')}: its hash`);
  });

  it('names the transfer after one that was changed and hashed again', async () => {
    await tamper(
      `UPDATE ledger_transfers SET amount = 4,
         hash = sha256((SELECT hash FROM ledger_transfers ${at('hold')}) || convert_to(concat_ws('|',
           id, kind, debit_account_id, credit_account_id, currency, 4, '', '', code, '',
           (extract(epoch FROM created_at) * 1000000)::bigint, credit_position, debit_position),
           'UTF8')) ${at('tea')}`,
    );
    // The forged row itself fits: its successor gives it away.
    expect((await verifyLedger(db.pool)).fault).toContain(`transfer ${acts.id('taken')}: its hash`);
  });

  it('misses the last transfer of a chain when it was removed', async () => {
    await tamper(`DELETE FROM ledger_transfers ${at('open')}`);
    expect((await verifyLedger(db.pool)).fault).toContain(`account ${shop.id}`);
    await tamper(
      `UPDATE ledger_accounts SET transfers = transfers - 1, credits_pending = 0 WHERE id = '${shop.id}';
       UPDATE ledger_accounts SET transfers = transfers - 1, debits_pending = 0 WHERE id = '${wallet.id}'`,
    );
    expect((await verifyLedger(db.pool)).fault).toBe(
      `account ${wallet.id}: its last transfer is missing, the chain ends elsewhere`,
    );
  });

  it.each(['debits_pending', 'debits_posted', 'credits_posted', 'transfers'])(
    'names an account whose %s was changed',
    async (column) => {
      await tamper(
        `UPDATE ledger_accounts SET ${column} = ${column} - 1 WHERE id = '${wallet.id}'`,
      );
      expect((await verifyLedger(db.pool)).fault).toMatch(
        new RegExp(`^account ${wallet.id}: \\w+ is \\d+, its transfers make \\d+$`),
      );
    },
  );

  it('compares the list of open holds', async () => {
    await tamper(`DELETE FROM ledger_holds`);
    expect((await verifyLedger(db.pool)).fault).toBe(
      `hold ${acts.id('open')}: it is open, but not listed`,
    );
    await tamper(`INSERT INTO ledger_holds VALUES ('${acts.id('open')}'), ('${acts.id('hold')}')`);
    expect((await verifyLedger(db.pool)).fault).toBe(
      `hold ${acts.id('hold')}: it is listed, but not open`,
    );
  });
});
