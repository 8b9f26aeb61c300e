import { expect, it } from 'vitest';
import { now } from '../clock';
import { databasePool } from '../db/pool';
import { MINA, openDemo, paidSoup, balance } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { ASSESSMENTS_KEPT_MS, runJobs } from './jobs';

openDemo();

async function countOf(table: 'challenges' | 'assessments' | 'payments'): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table}`,
  );
  return rows[0]?.n ?? 0;
}

it('the records of judged faces are gone after their time, the payment stays', async () => {
  await paidSoup();
  const before = await countOf('assessments');
  expect(before).toBeGreaterThan(0);
  const issued = now().getTime();
  await runJobs(new Date(issued + ASSESSMENTS_KEPT_MS - 60_000));
  expect(await countOf('assessments')).toBe(before);
  await runJobs(new Date(issued + ASSESSMENTS_KEPT_MS + 60_000));
  expect([await countOf('challenges'), await countOf('assessments')]).toEqual([0, 0]);
  expect(await countOf('payments')).toBe(1);
});

it('what nobody answered is given back by every instance together, once', async () => {
  const [before] = await balance(MINA);
  await paidSoup();
  const due = new Date(now().getTime() + 60 * 60_000);
  await Promise.all([1, 2, 3].map(() => runJobs(due)));
  expect(await balance(MINA)).toEqual([before, '0']);
  await ledgerIsBalanced();
});
