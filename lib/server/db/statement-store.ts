import type { PoolClient } from 'pg';
import type { Holdings, StatementEntry } from '@/lib/ledger/statement';
import type { TransferCode } from '@/lib/ledger/transfer';
import { minor } from '@/lib/money/money';
import { databasePool } from './pool';

export interface DayBooks {
  readonly opening: Holdings;
  readonly entries: readonly StatementEntry[];
  /** The payments among the references → the number that was called out, if there was an order. */
  readonly payments: ReadonlyMap<string, number | null>;
}

export interface MerchantAccounts {
  readonly merchant: string;
  readonly escrow: string;
}

/**
 * A merchant's day as the ledger has it, of one moment.
 *
 * @param day `2026-11-24`, from midnight to midnight in `timeZone` (an IANA name)
 */
export async function readDay(
  accounts: MerchantAccounts,
  day: string,
  timeZone: string,
): Promise<DayBooks> {
  const client = await databasePool().connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { from, to } = await boundsOf(client, day, timeZone);
    const opening = await readOpening(client, accounts, from);
    const entries = await readEntries(client, accounts, from, to);
    return { opening, entries, payments: await readPayments(client, entries) };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** PostgreSQL knows when days begin, also on the two days a year that are not 24 hours long. */
async function boundsOf(client: PoolClient, day: string, timeZone: string) {
  const { rows } = await client.query<{ from: Date; to: Date }>(
    `SELECT $1::date::timestamp AT TIME ZONE $2 AS "from",
            ($1::date + 1)::timestamp AT TIME ZONE $2 AS "to"`,
    [day, timeZone],
  );
  if (!rows[0]) throw new Error('no day');
  return rows[0];
}

/** What is there now, less what has happened since: the days before need not be read. */
async function readOpening(
  client: PoolClient,
  { merchant, escrow }: MerchantAccounts,
  from: Date,
): Promise<Holdings> {
  const { rows } = await client.query<{ id: string; amount: string }>(
    `SELECT id, credits_posted - debits_posted - (
              SELECT coalesce(sum(CASE WHEN credit_account_id = accounts.id THEN amount
                                       ELSE -amount END), 0)
                FROM ledger_transfers
               WHERE created_at >= $2 AND kind IN ('posted', 'post')
                 AND accounts.id IN (debit_account_id, credit_account_id))::bigint AS amount
       FROM ledger_accounts AS accounts WHERE id = ANY ($1)`,
    [[merchant, escrow], from],
  );
  const of = (account: string) => minor(BigInt(rows.find(({ id }) => id === account)?.amount ?? 0));
  return { balance: of(merchant), escrow: of(escrow) };
}

/** In the order of time; what was posted at once, in the order in which the balance took it. */
async function readEntries(
  client: PoolClient,
  { merchant, escrow }: MerchantAccounts,
  from: Date,
  to: Date,
): Promise<readonly StatementEntry[]> {
  const { rows } = await client.query<{
    id: string;
    code: TransferCode;
    debitAccountId: string;
    creditAccountId: string;
    amount: string;
    referenceId: string | null;
    at: Date;
  }>(
    `SELECT id, code, debit_account_id AS "debitAccountId",
            credit_account_id AS "creditAccountId", amount, reference_id AS "referenceId",
            created_at AS at
       FROM ledger_transfers
      WHERE created_at >= $2 AND created_at < $3 AND kind IN ('posted', 'post')
        AND (debit_account_id = ANY ($1) OR credit_account_id = ANY ($1))
      ORDER BY created_at, CASE WHEN $4 = credit_account_id THEN credit_position
                                WHEN $4 = debit_account_id THEN debit_position
                                ELSE credit_position END`,
    [[merchant, escrow], from, to, merchant],
  );
  return rows.map((row) => ({ ...row, amount: minor(BigInt(row.amount)) }));
}

async function readPayments(
  client: PoolClient,
  entries: readonly StatementEntry[],
): Promise<ReadonlyMap<string, number | null>> {
  const ids = [...new Set(entries.flatMap(({ referenceId }) => referenceId ?? []))];
  const { rows } = await client.query<{ id: string; ticket: number | null }>(
    `SELECT payments.id, ticket FROM payments LEFT JOIN orders ON orders.id = order_id
      WHERE payments.id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ticket }) => [id, ticket]));
}

/** What a merchant was paid out so far, in minor units. */
export async function sumPayouts(merchant: string): Promise<bigint> {
  const { rows } = await databasePool().query<{ sum: string }>(
    `SELECT coalesce(sum(amount), 0) AS sum FROM ledger_transfers
      WHERE debit_account_id = $1 AND code = 'payout'`,
    [merchant],
  );
  return BigInt(rows[0]?.sum ?? 0);
}
