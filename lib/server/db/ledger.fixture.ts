import type { Pool } from 'pg';
import type { LedgerUnderTest } from '@/lib/ledger/conformance.fixture';
import { accountById, postTransfers } from './ledger-store';

/** The real ledger, behind the interface of the shared suite. */
export function sqlLedger(pool: Pool): LedgerUnderTest {
  return {
    post: (groups, now) => postTransfers(pool, groups, now),
    async open(accounts) {
      for (const { id, purpose, ...flags } of accounts) {
        await pool.query(
          `INSERT INTO ledger_accounts (id, kind, owner_id, currency,
             debits_must_not_exceed_credits, credits_must_not_exceed_debits)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [
            id,
            purpose.kind,
            'ownerId' in purpose ? purpose.ownerId : null,
            purpose.currency,
            flags.debitsMustNotExceedCredits,
            flags.creditsMustNotExceedDebits,
          ],
        );
      }
    },
    async balances(id) {
      const account = await accountById(pool, id);
      if (!account) throw new Error(`no account ${id}`);
      return account;
    },
  };
}
