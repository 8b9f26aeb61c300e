import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRun, randomCalls } from '@/lib/ledger/batches.fixture';
import { balancesOf, castOf, timeOf } from '@/lib/ledger/conformance.fixture';
import { scenarios } from '@/lib/ledger/scenarios.fixture';
import { ReferenceLedger } from '@/lib/ledger/reference-ledger';
import { verifyLedger } from './ledger-verify';
import { sqlLedger } from './ledger.fixture';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';

let db: TestDatabase;
beforeAll(async () => void (db = await createTestDatabase()));
afterAll(() => db.close());

describe('ledger_post keeps the rules', () => {
  for (const [i, { name }] of scenarios('names').entries()) {
    it(name, async () => {
      const run = `scenario ${i}`;
      const cast = castOf(run);
      const ledger = sqlLedger(db.pool);
      await ledger.open(Object.values(cast));
      const scenario = scenarios(run)[i];
      for (const { groups, at = 0, codes } of scenario?.steps ?? []) {
        expect(await ledger.post(groups, timeOf(at))).toEqual(codes);
      }
      expect(await ledger.balances(cast.wallet.id)).toMatchObject(
        balancesOf(scenario?.wallet ?? []),
      );
      expect(await ledger.balances(cast.shop.id)).toMatchObject(balancesOf(scenario?.shop ?? []));
    });
  }

  it('as the ledger in memory does, whatever is asked', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomCalls(), async (calls) => {
        const name = `random ${(run += 1)}`;
        const cast = Object.values(castOf(name));
        const memory = new ReferenceLedger();
        cast.forEach((account) => memory.open(account));
        const sql = sqlLedger(db.pool);
        await sql.open(cast);
        for (const { groups, at } of inRun(name, calls)) {
          expect(await sql.post(groups, timeOf(at))).toEqual(memory.post(groups, timeOf(at)));
        }
        for (const { id } of cast) expect(await sql.balances(id)).toEqual(memory.balances(id));
      }),
      { numRuns: 150 },
    );
    expect(await verifyLedger(db.pool)).toMatchObject({ fault: undefined });
  });
});
