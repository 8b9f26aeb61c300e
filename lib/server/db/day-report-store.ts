import type { PoolClient } from 'pg';
import type { ReportedStore } from '@/lib/reports/day-report';
import type {
  DayFacts,
  ItemFact,
  Period,
  RefundFact,
  RefusalFact,
  SaleFact,
  WaitFact,
} from '@/lib/reports/facts';
import { databasePool } from './pool';
import type { MerchantAccounts } from './statement-store';

export interface ReportedDay {
  readonly merchantId: string;
  readonly accounts: MerchantAccounts;
  /** Of these stores only. */
  readonly storeIds: readonly string[];
  /** `2026-11-24`, from midnight to midnight in `timeZone` (an IANA name). */
  readonly day: string;
  readonly timeZone: string;
  /** While the day runs, the one a week before counts until this time of the clock. */
  readonly at: Date;
}

/** Every store of a merchant, the oldest first. */
export async function findStoresOf(merchantId: string): Promise<readonly ReportedStore[]> {
  const { rows } = await databasePool().query<ReportedStore>(
    'SELECT id, name FROM stores WHERE merchant_id = $1 ORDER BY created_at, id',
    [merchantId],
  );
  return rows;
}

/**
 * A day's few thousand rows are read by index, of pages that are in memory, before another process has
 * started. Left to itself PostgreSQL takes disks that turn for granted, and reads whole tables.
 */
const FEW_ROWS = 'SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL random_page_cost = 1.1';

/** A merchant's day and the same weekday a week before, of one moment. */
export async function readDayFacts(reported: ReportedDay): Promise<DayFacts> {
  const client = await databasePool().connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(FEW_ROWS);
    const bounds = await boundsOf(client, reported);
    return {
      sales: await readSales(client, reported, bounds),
      items: await readItems(client, reported, bounds),
      refunds: await readRefunds(client, reported, bounds),
      waits: await readWaits(client, reported, bounds),
      refusals: await readRefusals(client, reported, bounds),
    };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** From, to; of the day, and of the one a week before. */
type Bounds = readonly [Date, Date, Date, Date];

/** PostgreSQL knows when days begin, also on the two days a year that are not 24 hours long. */
async function boundsOf(client: PoolClient, { day, timeZone, at }: ReportedDay): Promise<Bounds> {
  const { rows } = await client.query<{ bounds: Bounds }>(
    `SELECT ARRAY[$1::date::timestamp AT TIME ZONE $2,
                  ($1::date + 1)::timestamp AT TIME ZONE $2,
                  ($1::date - 7)::timestamp AT TIME ZONE $2,
                  least(($1::date - 6)::timestamp,
                        $3::timestamptz AT TIME ZONE $2 - interval '7 days') AT TIME ZONE $2
            ] AS bounds`,
    [day, timeZone, at],
  );
  if (!rows[0]) throw new Error('no day');
  return rows[0].bounds;
}

/**
 * Rows of both days, each with its period. Each day is asked for on its own, between two values:
 * only then does PostgreSQL see how few rows a day has, and takes the index.
 */
const ofBothDays = (columns: string, table: string, time: string, where: string): string => {
  const of = (period: Period, from: string, to: string) =>
    `SELECT '${period}' AS period, ${columns} FROM ${table}
      WHERE ${where} AND ${time} >= ${from} AND ${time} < ${to}`;
  return `${of('now', '$1', '$2')} UNION ALL ${of('before', '$3', '$4')}`;
};

const TRANSFER = 'amount, pending_id, reference_id, created_at';
const CAPTURED = `code = 'capture' AND credit_account_id = ANY ($5::uuid[])`;
const GIVEN_BACK = `code = 'refund' AND debit_account_id = ANY ($5::uuid[])`;
const REFUSED = `scope_id = $5 AND action = 'payment.refused' AND store_id = ANY ($6::uuid[])`;

/** What was captured, each with its payment. */
const SALES = `sale AS (
  SELECT taken.period, payment.id, payment.store_id, payment.order_id, payment.source,
         payment.tip, payment.data #>> '{payer,method}' AS method, taken.amount,
         taken.pending_id, taken.created_at AS taken_at
    FROM (${ofBothDays(TRANSFER, 'ledger_transfers', 'created_at', CAPTURED)}) AS taken
    JOIN payments AS payment ON payment.id = taken.reference_id
   WHERE payment.store_id = ANY ($6::uuid[]))`;

const saleValues = ({ accounts, storeIds }: ReportedDay, bounds: Bounds) => [
  ...bounds,
  [accounts.merchant, accounts.escrow],
  storeIds,
];

/** The trail says where it was confirmed, in the moment of the hold: at a counter, or on a phone. */
async function readSales(
  client: PoolClient,
  reported: ReportedDay,
  bounds: Bounds,
): Promise<readonly SaleFact[]> {
  const { rows } = await client.query<Row<SaleFact, 'amount' | 'tips' | 'withoutItems'>>(
    `WITH ${SALES}
     SELECT period, sale.store_id AS "storeId",
            extract(hour FROM taken_at AT TIME ZONE $7)::integer AS hour,
            CASE WHEN entry.details ? 'terminalId' AND method IN ('face', 'pin') THEN method
                 ELSE 'phone' END AS way,
            count(*)::integer AS orders, sum(sale.amount) AS amount,
            sum(CASE WHEN order_id IS NULL THEN 0 ELSE tip END) AS tips,
            sum(CASE WHEN order_id IS NULL THEN sale.amount ELSE 0 END) AS "withoutItems"
       FROM sale
       JOIN ledger_transfers AS held ON held.id = sale.pending_id
       LEFT JOIN audit_entries AS entry
         ON entry.scope_id = $8 AND entry.at = held.created_at AND entry.subject_id = sale.id
        AND entry.action = 'payment.authorized'
      GROUP BY 1, 2, 3, 4`,
    [...saleValues(reported, bounds), reported.timeZone, reported.merchantId],
  );
  return rows.map((row) => ({
    ...row,
    amount: BigInt(row.amount),
    tips: BigInt(row.tips),
    withoutItems: BigInt(row.withoutItems),
  }));
}

/** What was not there was not charged. */
async function readItems(
  client: PoolClient,
  reported: ReportedDay,
  bounds: Bounds,
): Promise<readonly ItemFact[]> {
  const { rows } = await client.query<Row<ItemFact, 'amount'>>(
    `WITH ${SALES}
     SELECT period, item ->> 'name' AS name, sum((item ->> 'quantity')::integer)::integer AS quantity,
            sum((item #>> '{total,amount}')::bigint) AS amount
       FROM sale
       JOIN orders ON orders.id = sale.order_id
      CROSS JOIN LATERAL jsonb_array_elements(orders.items) WITH ORDINALITY AS sold (item, place)
      WHERE NOT coalesce(orders.data -> 'unavailable' @> to_jsonb(place - 1), false)
      GROUP BY 1, 2`,
    saleValues(reported, bounds),
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

async function readRefunds(
  client: PoolClient,
  reported: ReportedDay,
  bounds: Bounds,
): Promise<readonly RefundFact[]> {
  const { rows } = await client.query<Row<RefundFact, 'amount'>>(
    `SELECT period, payment.store_id AS "storeId", count(*)::integer AS count,
            sum(given.amount) AS amount
       FROM (${ofBothDays(TRANSFER, 'ledger_transfers', 'created_at', GIVEN_BACK)}) AS given
       JOIN payments AS payment ON payment.id = given.reference_id
      WHERE payment.store_id = ANY ($6::uuid[])
      GROUP BY 1, 2`,
    saleValues(reported, bounds),
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** From the hold until the staff took it; online nobody has to accept. */
async function readWaits(
  client: PoolClient,
  reported: ReportedDay,
  bounds: Bounds,
): Promise<readonly WaitFact[]> {
  const { rows } = await client.query<{
    period: Period;
    storeId: string | null;
    medianMs: number;
    slowestMs: number;
  }>(
    `WITH ${SALES}, waited AS (
       SELECT period, store_id, extract(epoch FROM taken_at - created_at)::float8 * 1000 AS ms
         FROM sale JOIN ledger_transfers AS held ON held.id = sale.pending_id WHERE source = 'counter-order')
     SELECT period, store_id AS "storeId", max(ms) AS "slowestMs",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS "medianMs"
       FROM waited GROUP BY GROUPING SETS ((period), (period, store_id))`,
    saleValues(reported, bounds),
  );
  return rows;
}

/** Of a wallet that did not pay the trail says why; a shop need not know it. */
async function readRefusals(
  client: PoolClient,
  { merchantId, storeIds }: ReportedDay,
  bounds: Bounds,
): Promise<readonly RefusalFact[]> {
  const { rows } = await client.query<RefusalFact>(
    `SELECT period, store_id AS "storeId", count(*)::integer AS count,
            CASE WHEN details ? 'reason' THEN 'wallet'
                 WHEN details ->> 'way' = 'pin' THEN 'pin' ELSE 'face' END AS reason
       FROM (${ofBothDays('store_id, details', 'audit_entries', 'at', REFUSED)}) AS refusal
      GROUP BY 1, 2, 4`,
    [...bounds, merchantId, storeIds],
  );
  return rows;
}

/** PostgreSQL gives large numbers as text. */
type Row<T, Large extends keyof T> = Omit<T, Large> & Readonly<Record<Large, string>>;
