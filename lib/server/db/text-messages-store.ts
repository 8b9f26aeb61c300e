import type { Sealed } from '../sealing/seal';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import type { Queryable } from './queryable';

/** A text message that waits to be sent; number and text are sealed. */
export interface TextMessageRow extends Sealed {
  readonly id: string;
  readonly createdAt: Date;
  /** Nobody needs it after this. */
  readonly expiresAt: Date;
}

export const TEXT_MESSAGE_TOPIC = 'text-message';

/** Writes the message, and that it has to be delivered; the caller then calls `outboxWritten`. */
export async function insertTextMessage(db: Queryable, message: TextMessageRow): Promise<void> {
  const { id, wrappedKey, sealed, createdAt, expiresAt } = message;
  await db.query(
    `WITH message AS (
       INSERT INTO text_messages (id, wrapped_key, sealed, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5) RETURNING id)
     INSERT INTO outbox (topic, payload, created_at, due_at)
     SELECT $6, jsonb_build_object('messageId', id), $4, $4 FROM message`,
    [id, wrappedKey, sealed, createdAt, expiresAt, TEXT_MESSAGE_TOPIC],
  );
}

export function findTextMessage(id: string, at: Date): Promise<TextMessageRow | null> {
  return databasePrisma().textMessage.findFirst({ where: { id, expiresAt: { gt: at } } });
}

/** The newest first. */
export function findTextMessages(at: Date, limit: number): Promise<readonly TextMessageRow[]> {
  return databasePrisma().textMessage.findMany({
    where: { expiresAt: { gt: at } },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
}

export async function deleteTextMessage(id: string): Promise<void> {
  await databasePrisma().textMessage.deleteMany({ where: { id } });
}

/** @returns how many, at most `limit` */
export async function deleteTextMessages(expiredAt: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM text_messages WHERE id IN (
       SELECT id FROM text_messages WHERE expires_at <= $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [expiredAt, limit],
  );
  return rowCount ?? 0;
}
