import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountId, type AccountPurpose } from '@/lib/ledger/account';
import { actsIn, castOf, timeOf, type Acts } from '@/lib/ledger/conformance.fixture';
import { toLedgerWire } from '@/lib/ledger/wire';
import { transfersOf } from './ledger-history';
import { accountById, expirePending, openAccounts, postGroup } from './ledger-store';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { sqlLedger } from './ledger.fixture';

let db: TestDatabase;
let acts: Acts;
let cast: ReturnType<typeof castOf>;
beforeAll(async () => void (db = await createTestDatabase()));
afterAll(() => db.close());

beforeEach(async ({ task }) => {
  acts = actsIn(task.id);
  cast = castOf(task.id);
  await sqlLedger(db.pool).open(Object.values(cast));
  await postGroup(db.pool, [acts.pay('gift', 'bank', 'wallet', 100)], timeOf(0));
});

const countTransfers = async () => {
  const { rows } = await db.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM ledger_transfers',
  );
  return rows[0]?.n;
};

describe('accounts', () => {
  it('are opened once, under the id of their purpose', async () => {
    const purposes: AccountPurpose[] = [
      { kind: 'wallet', ownerId: acts.id('somebody'), currency: 'JPY' },
      { kind: 'bank', currency: 'JPY' },
    ];
    const ids = await openAccounts(db.pool, purposes);
    expect(ids).toEqual(purposes.map(accountId));
    expect(await openAccounts(db.pool, purposes)).toEqual(ids);
    expect(await accountById(db.pool, ids[0] ?? '')).toEqual({
      id: ids[0],
      purpose: purposes[0],
      debitsMustNotExceedCredits: true,
      creditsMustNotExceedDebits: false,
      debitsPending: 0n,
      debitsPosted: 0n,
      creditsPending: 0n,
      creditsPosted: 0n,
    });
    expect(await accountById(db.pool, ids[1] ?? '')).toMatchObject({ purpose: purposes[1] });
  });

  it('opened by many at once are one', async () => {
    const purpose: AccountPurpose = { kind: 'fees', currency: 'EUR' };
    await Promise.all(Array.from({ length: 8 }, () => openAccounts(db.pool, [purpose])));
    expect(await accountById(db.pool, accountId(purpose))).toBeDefined();
  });

  it('that do not exist are undefined', async () => {
    expect(await accountById(db.pool, acts.id('nobody'))).toBeUndefined();
  });
});

describe('history', () => {
  it('is told from the newest, page by page, in and out', async () => {
    const names = ['a', 'b', 'c', 'd'];
    for (const [i, name] of names.entries()) {
      const pay = acts.pay(name, 'wallet', 'shop', 10 + i);
      await postGroup(db.pool, [pay], timeOf(1 + i));
    }
    await postGroup(db.pool, [acts.pay('back', 'shop', 'wallet', 5)], timeOf(9));

    const first = await transfersOf(db.pool, cast.wallet.id, { limit: 4 });
    expect(first.map(({ id }) => id)).toEqual(['back', 'd', 'c', 'b'].map(acts.id));
    expect(first[0]).toEqual({
      id: acts.id('back'),
      kind: 'posted',
      code: 'correction',
      direction: 'in',
      otherAccountId: cast.shop.id,
      amount: { amount: 5n, currency: 'CNY' },
      pendingId: null,
      referenceId: null,
      at: timeOf(9),
      position: 6n,
    });
    const before = first.at(-1)?.position;
    const rest = await transfersOf(db.pool, cast.wallet.id, { limit: 4, before });
    expect(rest.map(({ id, direction }) => [id, direction])).toEqual([
      [acts.id('a'), 'out'],
      [acts.id('gift'), 'in'],
    ]);
  });
});

describe('inside a larger transaction', () => {
  it('goes back with it', async () => {
    const before = await countTransfers();
    const client = await db.pool.connect();
    await client.query('BEGIN');
    expect(await postGroup(client, [acts.pay('a', 'wallet', 'shop', 10)])).toEqual(['ok']);
    await client.query('ROLLBACK');
    client.release();
    expect(await countTransfers()).toBe(before);
    expect(await accountById(db.pool, cast.wallet.id)).toMatchObject({ debitsPosted: 0n });
  });

  it('a refused group leaves nothing, and the caller carries on', async () => {
    await db.pool.query(`CREATE OR REPLACE FUNCTION caller(batch jsonb) RETURNS text[]
      LANGUAGE plpgsql AS $$
      DECLARE codes text[];
      BEGIN
        codes := ledger_post(batch);
        CREATE TABLE IF NOT EXISTS carried_on ();
        RETURN codes;
      END $$`);
    const before = await countTransfers();
    const group = [acts.pay('a', 'wallet', 'shop', 10), acts.pay('b', 'wallet', 'shop', 91)];
    const { rows } = await db.pool.query<{ codes: string[] }>('SELECT caller($1) AS codes', [
      JSON.stringify(toLedgerWire([group])),
    ]);
    expect(rows[0]?.codes).toEqual(['linked-failed', 'insufficient-funds']);
    expect(await countTransfers()).toBe(before);
    expect((await db.pool.query('SELECT * FROM carried_on')).rowCount).toBe(0);
  });
});

describe('expirePending', () => {
  it('takes the longest due first and no more than it was asked for', async () => {
    for (const [name, seconds] of [
      ['late', 5],
      ['later', 6],
      ['not yet', 60],
    ] as const) {
      const hold = acts.timed(seconds, acts.hold(name, 'wallet', 'shop', 10));
      await postGroup(db.pool, [hold], timeOf(0));
    }
    expect(await expirePending(db.pool, timeOf(4), 10)).toEqual([]);
    expect(await expirePending(db.pool, timeOf(10), 1)).toEqual([acts.id('late')]);
    expect(await expirePending(db.pool, timeOf(10), 10)).toEqual([acts.id('later')]);
    expect(await accountById(db.pool, cast.wallet.id)).toMatchObject({ debitsPending: 10n });
    const [newest] = await transfersOf(db.pool, cast.shop.id, { limit: 1 });
    expect(newest).toMatchObject({ kind: 'expire', code: 'expire', pendingId: acts.id('later') });
    expect(newest?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
  });
});

describe('a batch that did not come from here', () => {
  const post = async (batch: unknown): Promise<string[]> => {
    const { rows } = await db.pool.query<{ codes: string[] }>('SELECT ledger_post($1) AS codes', [
      JSON.stringify(batch),
    ]);
    return rows[0]?.codes ?? [];
  };
  const wired = (...transfers: Parameters<typeof toLedgerWire>[0][number]) =>
    toLedgerWire([transfers]);

  it('may be empty', async () => {
    expect(await post([])).toEqual([]);
  });

  it('that ends in the middle of a group is refused', async () => {
    const before = await countTransfers();
    const [a, b] = wired(acts.pay('a', 'wallet', 'shop', 1), acts.pay('b', 'wallet', 'shop', 1));
    expect(await post([a, { ...b, linked: true }])).toEqual([
      'linked-chain-open',
      'linked-chain-open',
    ]);
    expect(await countTransfers()).toBe(before);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1.5', '-1', '9223372036854775808', '1e300'])(
    'with an amount of %s gets a code',
    async (amount) => {
      const [a] = wired(acts.pay('a', 'wallet', 'shop', 1));
      expect(await post([{ ...a, amount }])).toEqual(['amount-out-of-range']);
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ['no id', { id: null }],
    ['an id that is none', { id: 'x' }],
    ['no kind', { kind: null }],
    ['a kind that is none', { kind: 'gift' }],
    ['an amount that is none', { amount: 'much' }],
    ['no amount', { amount: null }],
    ['no reason', { code: null }],
    ['too long a reason', { code: 'x'.repeat(33) }],
    ['an end without a hold', { kind: 'void' }],
    ['no currency', { currency: null }],
  ])('with %s changes nothing', async (_, wrong) => {
    const before = await countTransfers();
    const [a] = wired(acts.pay('a', 'wallet', 'shop', 1));
    await expect(post([{ ...a, ...wrong }])).rejects.toThrow();
    expect(await countTransfers()).toBe(before);
  });

  it('has nothing to say when it holds no transfers at all', async () => {
    await expect(post({ id: 'x' })).rejects.toThrow();
    await expect(post('x')).rejects.toThrow();
  });
});
