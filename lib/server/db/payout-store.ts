import type { AuditNote } from '@/lib/audit/note';
import type { ResultCode } from '@/lib/ledger/result';
import type { TransferGroup } from '@/lib/ledger/transfer';
import { addAudit } from './audit-store';
import { postGroup } from './ledger-store';
import { databasePool } from './pool';
import { withRetry } from './retry';
import { inTransaction } from './transaction';

/**
 * Posts a payout and writes it into the audit trail, both or neither. Asked again with the same ids
 * it is posted and written once.
 *
 * @returns the code of the first transfer
 */
export function postPayout(
  transfers: TransferGroup,
  note: AuditNote,
  storeId: string,
  at: Date,
): Promise<ResultCode | undefined> {
  return withRetry(() =>
    inTransaction(databasePool(), async (client) => {
      const [code] = await postGroup(client, transfers, at);
      if (code === 'ok') await addAudit(client, { kind: 'store', id: storeId }, note, at);
      return code;
    }),
  );
}
