import type { Pool, PoolClient } from 'pg';
import { Recount, type AccountRow, type TransferRow } from '@/lib/ledger/recount';
import { verifyAudit } from './audit-verify';
import { verifyPayments } from './payments-verify';

export interface LedgerReport {
  readonly accounts: number;
  readonly transfers: number;
  readonly openHolds: number;
  /** Compared with the ledger, as long as the ledger itself is right. */
  readonly payments: number;
  /** Of the audit trail. */
  readonly auditEntries: number;
  /** The first thing that is wrong, in words that name the row. */
  readonly fault: string | undefined;
  /** The payment that disagrees with a ledger that is right; undefined when the fault is not there. */
  readonly wrongPaymentId: string | undefined;
  /** The fault is in the audit trail; ledger and payments are right. */
  readonly isAuditWrong: boolean;
}

const PAGE_ROWS = 5_000;

/**
 * Recomputes every balance, every position and every hash from the transfers alone, and compares;
 * then whether every payment says of its money what the ledger says, and every hash of the audit trail.
 * It reads one snapshot, so payments may go on meanwhile. Memory grows with the number of accounts
 * and open holds, not of transfers.
 */
export async function verifyLedger(pool: Pool): Promise<LedgerReport> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await verifySnapshot(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function verifySnapshot(client: PoolClient): Promise<LedgerReport> {
  const accounts = await readAccounts(client);
  const holds = await readHolds(client);
  const recount = new Recount(accounts);
  let transfers = 0;
  let fault: string | undefined;
  for await (const row of transfersByChain(client)) {
    transfers += 1;
    fault = recount.enter(row);
    if (fault) break;
  }
  await client.query('CLOSE chains');
  fault ??= recount.compareAccounts() ?? recount.compareHolds(holds);
  const counts = { accounts: accounts.size, transfers, openHolds: holds.size };
  const unread = { payments: 0, auditEntries: 0, wrongPaymentId: undefined, isAuditWrong: false };
  if (fault) return { ...counts, ...unread, fault };
  const { payments, wrong } = await verifyPayments(client);
  if (wrong) {
    return { ...counts, ...unread, payments, fault: wrong.fault, wrongPaymentId: wrong.paymentId };
  }
  const audit = await verifyAudit(client);
  const isAuditWrong = audit.fault !== undefined;
  return { ...counts, ...unread, payments, ...audit, isAuditWrong };
}

async function readAccounts(client: PoolClient): Promise<Map<string, AccountRow>> {
  type Row = Record<keyof AccountRow, string> & { chainHead: Buffer };
  const { rows } = await client.query<Row>(
    `SELECT id, currency, debits_pending AS "debitsPending", debits_posted AS "debitsPosted",
            credits_pending AS "creditsPending", credits_posted AS "creditsPosted",
            transfers, chain_head AS "chainHead"
       FROM ledger_accounts ORDER BY id`,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        debitsPending: BigInt(row.debitsPending),
        debitsPosted: BigInt(row.debitsPosted),
        creditsPending: BigInt(row.creditsPending),
        creditsPosted: BigInt(row.creditsPosted),
        transfers: BigInt(row.transfers),
      },
    ]),
  );
}

async function readHolds(client: PoolClient): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT transfer_id AS id FROM ledger_holds ORDER BY transfer_id',
  );
  return new Set(rows.map(({ id }) => id));
}

/** Chain by chain, each in its order; the server keeps the place. */
async function* transfersByChain(client: PoolClient): AsyncGenerator<TransferRow> {
  await client.query(
    `DECLARE chains NO SCROLL CURSOR FOR
     SELECT id, kind, debit_account_id AS "debitAccountId", credit_account_id AS "creditAccountId",
            currency, amount, pending_id AS "pendingId", timeout_seconds AS "timeoutSeconds", code,
            reference_id AS "referenceId", debit_position AS "debitPosition",
            (extract(epoch FROM created_at) * 1000000)::bigint AS "createdAtMicros",
            credit_position AS "creditPosition", hash
       FROM ledger_transfers ORDER BY debit_account_id, debit_position`,
  );
  for (;;) {
    const { rows } = await client.query<TransferRow>(`FETCH ${PAGE_ROWS} FROM chains`);
    if (rows.length === 0) return;
    yield* rows;
  }
}
