import type { Transfer, TransferCode } from '@/lib/ledger/transfer';
import { money, type Money } from '@/lib/money/money';
import { knownCurrency } from './known-currency';
import type { Queryable } from './queryable';

/** A transfer in an account's history. */
export interface HistoryEntry {
  readonly id: string;
  readonly kind: Transfer['kind'];
  readonly code: TransferCode;
  /** Which way the money goes, seen from this account. */
  readonly direction: 'in' | 'out';
  readonly otherAccountId: string;
  readonly amount: Money;
  readonly pendingId: string | null;
  readonly referenceId: string | null;
  readonly at: Date;
  /** 1, 2, 3 … on this account; give the last one as `before` to get the next page. */
  readonly position: bigint;
}

export interface HistoryPage {
  readonly before?: bigint;
  /** @requires 1 … 500 */
  readonly limit: number;
}

interface HistoryRow {
  id: string;
  kind: HistoryEntry['kind'];
  code: TransferCode;
  direction: 'in' | 'out';
  other_account_id: string;
  amount: string;
  currency: string;
  pending_id: string | null;
  reference_id: string | null;
  created_at: Date;
  position: string;
}

/** What happened on an account, the newest first. */
export async function transfersOf(
  db: Queryable,
  account: string,
  { before, limit }: HistoryPage,
): Promise<HistoryEntry[]> {
  const { rows } = await db.query<HistoryRow>(HISTORY_SQL, [
    account,
    before?.toString() ?? '9223372036854775807',
    limit,
  ]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    direction: row.direction,
    otherAccountId: row.other_account_id,
    amount: money(BigInt(row.amount), knownCurrency(row.currency)),
    pendingId: row.pending_id,
    referenceId: row.reference_id,
    at: row.created_at,
    position: BigInt(row.position),
  }));
}

/** Two index ranges, read backwards and merged: as fast on a long history as on a short one. */
const HISTORY_SQL = `
  SELECT id, kind, code, direction, other_account_id, amount, currency, pending_id, reference_id,
         created_at, position
    FROM (
      (SELECT *, 'out' AS direction, credit_account_id AS other_account_id,
              debit_position AS position
         FROM ledger_transfers WHERE debit_account_id = $1 AND debit_position < $2
        ORDER BY debit_position DESC LIMIT $3)
      UNION ALL
      (SELECT *, 'in' AS direction, debit_account_id AS other_account_id,
              credit_position AS position
         FROM ledger_transfers WHERE credit_account_id = $1 AND credit_position < $2
        ORDER BY credit_position DESC LIMIT $3)
    ) AS both_sides
   ORDER BY position DESC LIMIT $3`;
