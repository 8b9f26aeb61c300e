import type { PoolClient } from 'pg';
import { AuditRecount, type AuditChainRow, type AuditRow } from '@/lib/audit/chain';

const PAGE_ROWS = 5_000;

/**
 * Follows every chain of the audit trail from its first entry to its last.
 *
 * @requires a transaction of one snapshot
 * @returns how many entries it read, and the first fault in words that name the row
 */
export async function verifyAudit(
  client: PoolClient,
): Promise<{ readonly auditEntries: number; readonly fault: string | undefined }> {
  const { rows: chains } = await client.query<AuditChainRow>(
    'SELECT scope_id AS "scopeId", entries, head FROM audit_chains ORDER BY scope_id',
  );
  const recount = new AuditRecount(chains);
  let auditEntries = 0;
  let fault: string | undefined;
  for await (const row of entriesByChain(client)) {
    auditEntries += 1;
    fault = recount.enter(row);
    if (fault) break;
  }
  await client.query('CLOSE audit');
  return { auditEntries, fault: fault ?? recount.compareChains() };
}

async function* entriesByChain(client: PoolClient): AsyncGenerator<AuditRow> {
  await client.query(
    `DECLARE audit NO SCROLL CURSOR FOR
     SELECT id, scope_id AS "scopeId", position, store_id AS "storeId",
            (extract(epoch FROM at) * 1000000)::bigint AS "atMicros", actor_kind AS "actorKind",
            actor_id AS "actorId", actor_name AS "actorName", action,
            subject_kind AS "subjectKind", subject_id AS "subjectId", details::text AS details, hash
       FROM audit_entries ORDER BY scope_id, position`,
  );
  for (;;) {
    const { rows } = await client.query<AuditRow>(`FETCH ${PAGE_ROWS} FROM audit`);
    if (rows.length === 0) return;
    yield* rows;
  }
}
