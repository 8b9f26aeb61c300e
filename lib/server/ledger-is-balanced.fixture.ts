import { expect } from 'vitest';
import { databasePool } from './db/pool';

/** Fails the test when money came from nowhere, or went there. */
export async function ledgerIsBalanced(): Promise<void> {
  const { rows } = await databasePool().query(
    `SELECT sum(credits_posted - debits_posted)::text AS posted,
            sum(credits_pending - debits_pending)::text AS pending
       FROM ledger_accounts`,
  );
  expect(rows).toEqual([{ posted: '0', pending: '0' }]);
}
