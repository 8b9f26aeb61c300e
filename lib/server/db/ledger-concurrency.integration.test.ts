import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsIn, castOf, idIn, timeOf } from '@/lib/ledger/conformance.fixture';
import type { ResultCode } from '@/lib/ledger/result';
import type { Transfer } from '@/lib/ledger/transfer';
import { minor, money } from '@/lib/money/money';
import { accountById, expirePending, postGroup } from './ledger-store';
import { sqlLedger } from './ledger.fixture';
import { verifyLedger } from './ledger-verify';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';

const CONNECTIONS = 16;

let db: TestDatabase;
beforeAll(async () => void (db = await createTestDatabase(CONNECTIONS)));
afterAll(() => db.close());

async function open(run: string) {
  const cast = castOf(run);
  await sqlLedger(db.pool).open(Object.values(cast));
  return { cast, acts: actsIn(run) };
}

const together = <T>(times: number, act: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, i) => act(i)));

const count = (codes: ResultCode[][], code: ResultCode) =>
  codes.flat().filter((other) => other === code).length;

describe('with 16 connections', () => {
  it('one id posts once', async () => {
    const { acts } = await open('same id');
    const codes = await together(CONNECTIONS, () =>
      postGroup(db.pool, [acts.pay('a', 'bank', 'wallet', 10)]),
    );
    expect(count(codes, 'ok')).toBe(1);
    expect(count(codes, 'exists')).toBe(CONNECTIONS - 1);
  });

  it('one id between different accounts posts once, the others are told', async () => {
    const run = 'same id, other accounts';
    const shops = Array.from({ length: CONNECTIONS }, (_, i) => ({
      ...castOf(run).bank,
      id: idIn(run, `shop ${i}`),
      purpose: { kind: 'merchant' as const, ownerId: idIn(run, i), currency: 'CNY' as const },
    }));
    await sqlLedger(db.pool).open(shops);
    const id = uuidV7();
    const codes = await together(CONNECTIONS, (i) =>
      postGroup(db.pool, [
        {
          kind: 'posted',
          id,
          code: 'correction',
          debitAccountId: shops[i]?.id ?? '',
          creditAccountId: shops[(i + 1) % CONNECTIONS]?.id ?? '',
          amount: money(1, 'CNY'),
        },
      ]),
    );
    expect(count(codes, 'ok')).toBe(1);
    expect(count(codes, 'exists-with-different-accounts')).toBe(CONNECTIONS - 1);
  });

  it('a balance is spent once', async () => {
    const { cast, acts } = await open('spend');
    await postGroup(db.pool, [acts.pay('gift', 'bank', 'wallet', 10)]);
    const codes = await together(64, (i) =>
      postGroup(db.pool, [acts.hold(`${i}`, 'wallet', 'shop', 3)]),
    );
    expect(count(codes, 'ok')).toBe(3);
    expect(count(codes, 'insufficient-funds')).toBe(61);
    expect(await accountById(db.pool, cast.wallet.id)).toMatchObject({ debitsPending: 9n });
  });

  it('a hold ends once, however many want to end it', async () => {
    const { cast, acts } = await open('end');
    await postGroup(db.pool, [acts.pay('gift', 'bank', 'wallet', 1000)]);
    for (let round = 0; round < 10; round += 1) {
      const hold = acts.timed(5, acts.hold(`hold ${round}`, 'wallet', 'shop', 10));
      await postGroup(db.pool, [hold], timeOf(0));
      const codes = await together(CONNECTIONS, async (i): Promise<ResultCode[]> => {
        if (i % 4 === 3) {
          const ended = await expirePending(db.pool, timeOf(5), 10);
          return ended.map(() => 'ok');
        }
        const end =
          i % 4 === 0
            ? acts.drop(`${round} ${i}`, `hold ${round}`)
            : acts.take(`${round} ${i}`, `hold ${round}`);
        return postGroup(db.pool, [end], timeOf(4));
      });
      expect(count(codes, 'ok')).toBe(1);
    }
    expect(await accountById(db.pool, cast.wallet.id)).toMatchObject({ debitsPending: 0n });
  });

  it('instances that expire holds share the work', async () => {
    const { cast, acts } = await open('expire');
    await postGroup(db.pool, [acts.pay('gift', 'bank', 'wallet', 1000)]);
    const holds = Array.from({ length: 300 }, (_, i) =>
      acts.timed(1 + (i % 3), acts.hold(`hold ${i}`, 'wallet', 'shop', 1)),
    );
    for (const hold of holds) await postGroup(db.pool, [hold], timeOf(0));
    const ended = await together(8, async () => {
      const mine: string[] = [];
      for (;;) {
        const ids = await expirePending(db.pool, timeOf(2), 20);
        mine.push(...ids);
        if (ids.length === 0) return mine;
      }
    });
    expect(new Set(ended.flat()).size).toBe(200);
    expect(ended.flat()).toHaveLength(200);
    expect(await accountById(db.pool, cast.wallet.id)).toMatchObject({ debitsPending: 100n });
    expect(await expirePending(db.pool, timeOf(2), 20)).toEqual([]);
  });

  it('random interleavings on many accounts leave the books in order', async () => {
    const run = 'storm';
    const wallets = Array.from({ length: 12 }, (_, i) => idIn(run, `wallet ${i}`));
    const { cast } = await open(run);
    await sqlLedger(db.pool).open(
      wallets.map((id, i) => ({
        ...cast.wallet,
        id,
        purpose: { kind: 'wallet', ownerId: idIn(run, `owner ${i}`), currency: 'CNY' },
      })),
    );
    for (const id of wallets) {
      await postGroup(db.pool, [
        { ...actsIn(run).pay(`gift ${id}`, 'bank', 'wallet', 500), creditAccountId: id },
      ]);
    }
    const acknowledged = (await together(CONNECTIONS, (i) => storm(i, wallets))).flat();
    const { rows } = await db.pool.query<{ id: string; times: string }>(
      'SELECT id, count(*) AS times FROM ledger_transfers WHERE id = ANY ($1) GROUP BY id',
      [acknowledged],
    );
    expect(rows).toHaveLength(acknowledged.length);
    expect(rows.every(({ times }) => times === '1')).toBe(true);
    expect((await verifyLedger(db.pool)).fault).toBeUndefined();
  });
});

/** One client's work: moves, holds and their ends, in groups, among the same few accounts. */
async function storm(client: number, wallets: readonly string[]): Promise<string[]> {
  const acknowledged: string[] = [];
  const holds: string[] = [];
  const random = seeded(client + 1);
  const pick = () => wallets[Math.floor(random() * wallets.length)] ?? '';
  const between = (kind: 'posted' | 'pending'): Transfer => {
    const debitAccountId = pick();
    const creditAccountId = wallets.find((id) => id !== debitAccountId && random() < 0.3) ?? pick();
    const amount = money(1 + Math.floor(random() * 80), 'CNY');
    return { kind, id: uuidV7(), code: 'correction', debitAccountId, creditAccountId, amount };
  };
  const end = (pendingId: string): Transfer =>
    random() < 0.5
      ? { kind: 'void', id: uuidV7(), code: 'void', pendingId }
      : { kind: 'post', id: uuidV7(), code: 'capture', pendingId, amount: minor(1) };
  for (let i = 0; i < 60; i += 1) {
    const held = holds.splice(0, random() < 0.5 ? 1 : 0);
    const group = [...held.map(end), between('pending'), between('posted')].slice(
      0,
      1 + Math.floor(random() * 3),
    );
    const codes = await postGroup(db.pool, group);
    group.forEach((transfer, k) => {
      if (codes[k] !== 'ok') return;
      acknowledged.push(transfer.id);
      if (transfer.kind === 'pending') holds.push(transfer.id);
    });
  }
  return acknowledged;
}

/** mulberry32: small, repeatable. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
