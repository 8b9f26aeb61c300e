import type { TransferCode } from '@/lib/ledger/transfer';
import { databasePool } from './pool';
import type { MerchantAccounts } from './statement-store';

/** What one reason moved on one day, in minor units: into the balance, and into escrow. */
export interface DaySum {
  /** `2026-11-24`. */
  readonly day: string;
  readonly code: TransferCode;
  readonly balance: bigint;
  readonly escrow: bigint;
}

/**
 * The sums of a merchant's days.
 *
 * @param first `2026-11-24`, from its midnight in `timeZone` (an IANA name) to that after `last`
 */
export async function sumDays(
  { merchant, escrow }: MerchantAccounts,
  { first, last, timeZone }: { readonly first: string; readonly last: string; timeZone: string },
): Promise<readonly DaySum[]> {
  const { rows } = await databasePool().query<{
    day: string;
    code: TransferCode;
    balance: string;
    escrow: string;
  }>(
    `SELECT to_char(created_at AT TIME ZONE $5, 'YYYY-MM-DD') AS day, code,
            sum(CASE $1::uuid WHEN credit_account_id THEN amount WHEN debit_account_id THEN -amount
                        ELSE 0 END) AS balance,
            sum(CASE $2::uuid WHEN credit_account_id THEN amount WHEN debit_account_id THEN -amount
                        ELSE 0 END) AS escrow
       FROM ledger_transfers
      WHERE created_at >= $3::date::timestamp AT TIME ZONE $5
        AND created_at < ($4::date + 1)::timestamp AT TIME ZONE $5
        AND kind IN ('posted', 'post')
        AND (debit_account_id IN ($1::uuid, $2::uuid) OR credit_account_id IN ($1, $2))
      GROUP BY 1, 2`,
    [merchant, escrow, first, last, timeZone],
  );
  return rows.map((row) => ({
    ...row,
    balance: BigInt(row.balance),
    escrow: BigInt(row.escrow),
  }));
}
