import { writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { databasePool } from './pool';

/**
 * The link of a payment, in the place of an earlier one.
 *
 * @returns false when the account was closed meanwhile
 */
export async function replaceReceiptLink(
  tokenHash: Uint8Array,
  { paymentId, shopperId }: { readonly paymentId: Uuid; readonly shopperId: string },
  at: Date,
): Promise<boolean> {
  // Closing an account locks its row and forgets its links.
  const { rowCount } = await databasePool().query(
    `INSERT INTO receipt_links (token_hash, payment_id, shopper_id, created_at)
     SELECT $1, $2, id, $4 FROM shoppers WHERE id = $3 AND closed_at IS NULL FOR SHARE
     ON CONFLICT (payment_id) DO UPDATE
       SET token_hash = excluded.token_hash, created_at = excluded.created_at`,
    [tokenHash, paymentId, shopperId, at],
  );
  return rowCount === 1;
}

export async function deleteReceiptLink(paymentId: Uuid, shopperId: string): Promise<void> {
  await databasePool().query(
    'DELETE FROM receipt_links WHERE payment_id = $1 AND shopper_id = $2',
    [paymentId, shopperId],
  );
}

/** @returns the payment, or null when the link was ended */
export async function findSharedPayment(tokenHash: Uint8Array): Promise<Uuid | null> {
  const { rows } = await databasePool().query<{ paymentId: string }>(
    'SELECT payment_id AS "paymentId" FROM receipt_links WHERE token_hash = $1',
    [tokenHash],
  );
  return rows[0] ? writtenUuid(rows[0].paymentId) : null;
}
