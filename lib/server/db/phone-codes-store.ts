import { insertTextMessage, type TextMessageRow } from './text-messages-store';
import { databasePool } from './pool';
import { outboxWritten } from './outbox-signal';
import { inTransaction } from './transaction';

export interface PhoneCodeRow {
  /** Keyed hash of the number, E.164. */
  readonly phoneHash: Uint8Array;
  /** Keyed hash of number and code. */
  readonly codeHash: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The new code takes the place of an earlier one, and its message waits to be sent: both, or neither. */
export async function replacePhoneCode(code: PhoneCodeRow, message: TextMessageRow): Promise<void> {
  const { phoneHash, codeHash, createdAt, expiresAt } = code;
  await inTransaction(databasePool(), async (client) => {
    await client.query(
      `INSERT INTO phone_codes (phone_hash, code_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (phone_hash) DO UPDATE
          SET code_hash = excluded.code_hash, created_at = excluded.created_at,
              expires_at = excluded.expires_at`,
      [phoneHash, codeHash, createdAt, expiresAt],
    );
    await insertTextMessage(client, message);
  });
  outboxWritten();
}

/** Whether this is the latest code of the number, and not too old. */
export async function isPhoneCode(
  { phoneHash, codeHash }: Pick<PhoneCodeRow, 'phoneHash' | 'codeHash'>,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    'SELECT FROM phone_codes WHERE phone_hash = $1 AND code_hash = $2 AND expires_at > $3',
    [phoneHash, codeHash, at],
  );
  return rowCount === 1;
}

/** @returns how many, at most `limit` */
export async function deletePhoneCodes(expiredAt: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM phone_codes WHERE phone_hash IN (
       SELECT phone_hash FROM phone_codes WHERE expires_at <= $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [expiredAt, limit],
  );
  return rowCount ?? 0;
}
