import { expect, it } from 'vitest';
import { now } from '../clock';
import { findTemplates } from '../db/faces-store';
import { databasePool } from '../db/pool';
import { balance, MINA, openDemo, OTTO, paidSoup } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { deleteUnusedFaces } from '../shoppers/delete-unused-faces';
import { ASSESSMENTS_KEPT_MS, runJobs } from './jobs';

const DAY_MS = 24 * 60 * 60 * 1000;

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

it('a face that pays nothing for three years is deleted with a receipt, once, and its owner is told', async () => {
  const [before] = await findTemplates([OTTO.id]);
  const years = (n: number) => new Date(now().getTime() + n * 365 * DAY_MS);
  // Mina paid in between, Otto did not.
  await databasePool().query('UPDATE payments SET created_at = $2 WHERE payer_id = $1', [
    MINA.id,
    years(1),
  ]);
  await runJobs(years(2.9));
  expect(await findTemplates([OTTO.id])).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => deleteUnusedFaces(years(0.1), 500)));
  expect(await findTemplates([OTTO.id])).toEqual([]);
  expect(await findTemplates([MINA.id])).toHaveLength(1);
  const { rows } = await databasePool().query(
    `SELECT template_id AS template, (SELECT count(*)::int FROM outbox
       WHERE topic = 'face.expired' AND payload->>'shopperId' = $1) AS told
       FROM face_deletions WHERE shopper_id = $1::uuid`,
    [OTTO.id],
  );
  expect(rows).toEqual([{ template: before?.id, told: 1 }]);
});

it('what nobody answered is given back by every instance together, once', async () => {
  const [before] = await balance(MINA);
  await paidSoup();
  const due = new Date(now().getTime() + 60 * 60_000);
  await Promise.all([1, 2, 3].map(() => runJobs(due)));
  expect(await balance(MINA)).toEqual([before, '0']);
  await ledgerIsBalanced();
});
