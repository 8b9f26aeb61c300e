import type { Prisma } from './generated/client';

/**
 * For a transaction that waits for others of the same row: as long as for a connection (pool.ts),
 * not Prisma's two seconds.
 */
export const IN_LINE = { maxWait: 10_000, timeout: 10_000 } as const;

/** Rows that something belongs to of which there may be only so many. */
type Owner = 'payments' | 'shoppers' | 'stores' | 'terminals';

/**
 * Lets transactions that name this row take turns, so that what one of them counts stays true until
 * it commits. Rows that refer to it can still be written meanwhile.
 */
export async function lockRow(
  tx: Prisma.TransactionClient,
  table: Owner,
  id: string,
): Promise<void> {
  await tx.$queryRawUnsafe(`SELECT 1 FROM ${table} WHERE id = $1::uuid FOR NO KEY UPDATE`, id);
}
