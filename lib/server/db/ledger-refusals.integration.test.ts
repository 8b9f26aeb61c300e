import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actsIn, castOf, idIn, type Acts } from '@/lib/ledger/conformance.fixture';
import { CURRENCIES, CURRENCY_FACTS } from '@/lib/money/currency';
import { postGroup } from './ledger-store';
import { sqlLedger } from './ledger.fixture';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';

let db: TestDatabase;
let run: string;
let acts: Acts;
beforeAll(async () => void (db = await createTestDatabase()));
afterAll(() => db.close());

beforeEach(async ({ task }) => {
  run = task.id;
  acts = actsIn(run);
  await sqlLedger(db.pool).open(Object.values(castOf(run)));
  await postGroup(db.pool, [
    acts.pay('gift', 'bank', 'wallet', 100),
    acts.hold('hold', 'wallet', 'shop', 40),
  ]);
});

const snapshot = async (): Promise<unknown[]> => {
  const { rows } = await db.pool.query<Record<string, unknown>>(
    `SELECT (SELECT jsonb_agg(a ORDER BY id) FROM ledger_accounts a) AS accounts,
            (SELECT jsonb_agg(t ORDER BY id) FROM ledger_transfers t) AS transfers,
            (SELECT jsonb_agg(h ORDER BY transfer_id) FROM ledger_holds h) AS holds`,
  );
  return rows;
};

/** Tries it in SQL as anybody with the database's password could. */
async function refused(sql: string, reason: RegExp): Promise<void> {
  const before = await snapshot();
  await expect(db.pool.query(sql)).rejects.toThrow(reason);
  expect(await snapshot()).toEqual(before);
}

const account = (name: keyof ReturnType<typeof castOf>) => castOf(run)[name].id;

function insert(values: Record<string, string | number | null>): string {
  const row = {
    id: idIn(run, 'forged'),
    kind: 'posted',
    debit_account_id: account('wallet'),
    credit_account_id: account('shop'),
    currency: 'CNY',
    amount: 1,
    code: 'forged',
    created_at: '2026-11-22',
    ...values,
  };
  const texts = Object.values(row).map((value) => (value === null ? 'NULL' : `'${value}'`));
  return `INSERT INTO ledger_transfers (${Object.keys(row).join()}) VALUES (${texts.join()})`;
}

describe('the database refuses', () => {
  it.each([
    ['to change a transfer', 'UPDATE ledger_transfers SET amount = amount + 1'],
    ['to touch a transfer at all', 'UPDATE ledger_transfers SET id = id WHERE false'],
    ['to delete a transfer', 'DELETE FROM ledger_transfers'],
    ['to truncate the transfers', 'TRUNCATE ledger_transfers CASCADE'],
    ['to truncate the accounts', 'TRUNCATE ledger_accounts CASCADE'],
    ['to delete an account', 'DELETE FROM ledger_accounts'],
    ['to set a balance', 'UPDATE ledger_accounts SET credits_posted = 1000000'],
    ['to lift a flag', 'UPDATE ledger_accounts SET debits_must_not_exceed_credits = false'],
    ['to change a currency', `UPDATE ledger_accounts SET currency = 'EUR'`],
    ['to rewind a chain', `UPDATE ledger_accounts SET chain_head = ''`],
    ['to drop a hold', 'DELETE FROM ledger_holds'],
    ['to prolong a hold', `UPDATE ledger_holds SET expires_at = 'infinity'`],
    ['to invent a hold', 'INSERT INTO ledger_holds VALUES (gen_random_uuid(), NULL)'],
    [
      'to open an account with money in it',
      `INSERT INTO ledger_accounts (id, kind, currency, debits_must_not_exceed_credits,
         credits_must_not_exceed_debits, credits_posted)
       VALUES (gen_random_uuid(), 'x', 'CNY', true, false, 1)`,
    ],
  ])('%s', async (_, sql) => refused(sql, /^ledger: \w+ on ledger_\w+ is refused/));

  it('a transfer across currencies', async () => {
    await refused(insert({ credit_account_id: account('euros') }), /ledger_transfer_credit/);
    await refused(insert({ currency: 'EUR' }), /ledger_transfer_(debit|credit)/);
  });

  it('a balance against its flag', async () => {
    await refused(insert({ amount: 61 }), /ledger_account_debits_covered/);
    await refused(
      insert({ debit_account_id: account('bank'), credit_account_id: account('vault') }),
      /ledger_account_credits_covered/,
    );
  });

  it('a posting over its pending amount', async () => {
    const pending_id = acts.id('hold');
    await refused(insert({ kind: 'post', pending_id, amount: 41 }), /cannot be ended by post/);
    await refused(insert({ kind: 'void', pending_id, amount: 39 }), /cannot be ended by void/);
  });

  it('to end a hold twice, or one that is none', async () => {
    await postGroup(db.pool, [acts.take('taken', 'hold', 1)]);
    await refused(
      insert({ kind: 'void', pending_id: acts.id('hold'), amount: 40 }),
      /ledger_transfer_end_of_pending|ledger_account_pending_left/,
    );
    await refused(
      insert({ kind: 'post', pending_id: acts.id('gift'), amount: 1 }),
      /no pending transfer/,
    );
    await refused(insert({ kind: 'post' }), /ledger_transfer_shape/);
  });

  it('no amount, nobody, and nothing twice', async () => {
    await refused(insert({ amount: 0 }), /ledger_transfers_amount_check/);
    await refused(insert({ amount: -5 }), /ledger_transfers_amount_check|covered/);
    await refused(insert({ credit_account_id: idIn(run, 'nobody') }), /credit_position/);
    await refused(insert({ credit_account_id: account('wallet') }), /two_accounts/);
    await refused(insert({ id: acts.id('gift') }), /ledger_transfers_pkey/);
  });
});

it('moves the balances and the chain also for a transfer that came past the function', async () => {
  await db.pool.query(insert({ amount: 60, debit_position: 99, hash: '\\x00' }));
  const { rows } = await db.pool.query<{
    debits_posted: string;
    linked: boolean;
    position: string;
  }>(
    `SELECT a.debits_posted, a.chain_head = t.hash AS linked, t.debit_position AS position
       FROM ledger_accounts a JOIN ledger_transfers t ON t.id = $1 WHERE a.id = $2`,
    [idIn(run, 'forged'), account('wallet')],
  );
  expect(rows).toEqual([{ debits_posted: '60', linked: true, position: '3' }]);
});

it('knows the same currencies as the app', async () => {
  const { rows } = await db.pool.query('SELECT code, exponent FROM ledger_currencies');
  const known = CURRENCIES.map((code) => ({ code, exponent: CURRENCY_FACTS[code].exponent }));
  expect(new Set(rows)).toEqual(new Set(known));
});
