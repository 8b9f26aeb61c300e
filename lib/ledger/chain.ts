import { createHash } from 'node:crypto';

/**
 * A transfer's row as it was written, in the texts that PostgreSQL prints. `createdAtMicros` is the
 * time in whole microseconds since 1970.
 */
export interface ChainRow {
  readonly id: string;
  readonly kind: string;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly currency: string;
  readonly amount: string;
  readonly pendingId: string | null;
  readonly timeoutSeconds: number | null;
  readonly code: string;
  readonly referenceId: string | null;
  readonly createdAtMicros: string;
  readonly creditPosition: string;
  readonly debitPosition: string;
}

/** Before an account's first debit. */
export const CHAIN_START: Uint8Array = new Uint8Array(0);

/**
 * The hash that a transfer must carry: SHA-256 (FIPS 180-4) over the hash of the transfer before it
 * on the same debit account and this one's content. prisma/functions/ledger_transfer_apply.sql makes
 * the same; it is written twice on purpose, because the check must not trust the function that it
 * checks. See docs/decisions/0012-ledger-hash-chain.md.
 */
export function chainHash(previous: Uint8Array, row: ChainRow): Buffer {
  return createHash('sha256').update(previous).update(contentOf(row), 'utf8').digest();
}

function contentOf(row: ChainRow): string {
  return [
    row.id,
    row.kind,
    row.debitAccountId,
    row.creditAccountId,
    row.currency,
    row.amount,
    row.pendingId ?? '',
    row.timeoutSeconds ?? '',
    row.code,
    row.referenceId ?? '',
    row.createdAtMicros,
    row.creditPosition,
    row.debitPosition,
  ].join('|');
}
