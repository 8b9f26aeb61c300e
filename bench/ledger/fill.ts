import type { createPool } from '@/lib/server/db/pool';
import { ACCOUNTS, FIRST_SUFFIX } from './accounts';

/**
 * Puts `rows` transfers behind the wallets, as they would be had each been posted: positions,
 * balances and hashes are right, and the verification that follows proves it. One by one it would
 * take half an hour.
 *
 * In each round every wallet takes part once: half of them pay 1, the other half receive it, and
 * in the next round the other way round. So a wallet's position grows by one a round.
 */
export async function fillTransfers(
  pool: ReturnType<typeof createPool>,
  rows: number,
): Promise<void> {
  const pairs = ACCOUNTS / 2;
  const rounds = 2 * Math.round(rows / pairs / 2);
  const client = await pool.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET work_mem = '512MB';
      SET maintenance_work_mem = '512MB'; SET max_parallel_workers_per_gather = 0`);
    await client.query(CHAIN_AGGREGATE);
    await client.query('BEGIN');
    await client.query(`CREATE TEMP TABLE before ON COMMIT DROP AS
      SELECT (right(id::text, 12))::bigint - ${FIRST_SUFFIX} AS wallet, id, transfers, chain_head
        FROM ledger_accounts WHERE kind = 'wallet'`);
    await client.query(fillSql(pairs, rounds));
    await client.query(
      `UPDATE ledger_accounts a
          SET transfers = a.transfers + $1, debits_posted = debits_posted + $1 / 2,
              credits_posted = credits_posted + $1 / 2,
              chain_head = (SELECT hash FROM ledger_transfers
                             WHERE debit_account_id = a.id ORDER BY debit_position DESC LIMIT 1)
         FROM before WHERE before.id = a.id AND before.wallet < ${ACCOUNTS}`,
      [rounds],
    );
    await client.query('COMMIT');
    await client.query('DROP AGGREGATE bench_chain(bytea, text); DROP FUNCTION bench_link');
  } finally {
    client.release(true);
  }
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
}

/** A running hash: each row's over the one before it, the first one's over the account's head. */
const CHAIN_AGGREGATE = `
  CREATE FUNCTION bench_link(state bytea, head bytea, content text) RETURNS bytea
    LANGUAGE sql IMMUTABLE AS $$ SELECT sha256(coalesce(state, head) || convert_to(content, 'UTF8')) $$;
  CREATE AGGREGATE bench_chain(bytea, text) (sfunc = bench_link, stype = bytea)`;

function fillSql(pairs: number, rounds: number): string {
  return `
  WITH made AS (
    SELECT round, d.id AS debit, c.id AS credit, d.chain_head AS head,
           d.transfers + round + 1 AS debit_position, c.transfers + round + 1 AS credit_position,
           -- Version 7: the time first, then the number.
           ('01900000-0000-7000-8' || lpad(to_hex(round * ${pairs} + i), 15, '0'))::text AS packed,
           timestamptz '2026-01-01' + (round * ${pairs} + i) * interval '2 milliseconds' AS at
      FROM generate_series(0, ${rounds - 1}) AS round
      CROSS JOIN generate_series(0, ${pairs - 1}) AS i
      CROSS JOIN LATERAL (SELECT i AS low, ${pairs} + (i + round * 7) % ${pairs} AS high) AS pair
      JOIN before d ON d.wallet = CASE round % 2 WHEN 0 THEN low ELSE high END
      JOIN before c ON c.wallet = CASE round % 2 WHEN 0 THEN high ELSE low END
  ), named AS (
    SELECT *, (left(packed, 23) || '-' || right(packed, 12))::uuid AS id FROM made
  )
  INSERT INTO ledger_transfers (id, kind, debit_account_id, credit_account_id, currency, amount,
    code, created_at, debit_position, credit_position, hash)
  SELECT id, 'posted', debit, credit, 'CNY', 1, 'correction', at, debit_position, credit_position,
         bench_chain(head, concat_ws('|', id, 'posted', debit, credit, 'CNY', 1, '', '', 'correction',
           '', (extract(epoch FROM at) * 1000000)::bigint, credit_position, debit_position))
           OVER (PARTITION BY debit ORDER BY debit_position)
    FROM named ORDER BY id`;
}
