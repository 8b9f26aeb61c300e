import type { NoticeTopic } from '@/lib/api/notices';
import type { MoneyWire } from '@/lib/money/wire';
import type { Prisma } from './generated/client';
import { outboxWritten } from './outbox-signal';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';

/** What a notice is about: the payload of every topic of {@link NoticeTopic}. */
export interface ShopperNotice {
  readonly shopperId: string;
  readonly paymentId?: string;
  readonly amount?: MoneyWire;
}

/**
 * Tells a shopper: the notice is written to the outbox, and appears on the phone when it is
 * delivered. A payment's notices are in its `Change`, which `payment_commit` writes.
 *
 * @param tx the transaction that makes it true, after which the caller calls `outboxWritten`;
 *   without one it is told at once
 */
export async function tellShopper(
  topic: NoticeTopic,
  notice: ShopperNotice,
  at: Date,
  tx?: Pick<Prisma.TransactionClient, 'outboxMessage'>,
): Promise<void> {
  const data = { topic, payload: { ...notice }, createdAt: at, dueAt: at };
  if (tx) return void (await tx.outboxMessage.create({ data }));
  await databasePrisma().outboxMessage.create({ data });
  outboxWritten();
}

/** A message that must be delivered, by this dispatcher until its lease ends. */
export interface LeasedMessage {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly storeId: string | null;
  readonly createdAt: Date;
  /** This try included. */
  readonly attempts: number;
  /** Names of the subscribers that have it already. */
  readonly deliveredTo: readonly string[];
}

/**
 * Takes messages that are due. Whoever dies with them loses them when the lease ends; what
 * another dispatcher is taking right now is skipped, not waited for.
 */
export async function leaseMessages(
  at: Date,
  leaseMs: number,
  limit: number,
): Promise<readonly LeasedMessage[]> {
  const { rows } = await databasePool().query<LeasedMessage>(
    `UPDATE outbox SET due_at = $2, attempts = attempts + 1
      WHERE id IN (SELECT id FROM outbox
                    WHERE due_at <= $1 AND delivered_at IS NULL AND given_up_at IS NULL
                    ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
      RETURNING id, topic, payload, store_id AS "storeId", created_at AS "createdAt",
                attempts, delivered_to AS "deliveredTo"`,
    [at, new Date(at.getTime() + leaseMs), limit],
  );
  return rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** Everybody has it. */
export async function markDelivered(ids: readonly string[], at: Date): Promise<void> {
  await databasePool().query('UPDATE outbox SET delivered_at = $2 WHERE id = ANY ($1)', [ids, at]);
}

/** Somebody could not be told: again at `dueAt`, or never again when that is null. */
export async function markFailed(
  id: string,
  failure: {
    readonly deliveredTo: readonly string[];
    readonly error: string;
    readonly at: Date;
    readonly dueAt: Date | null;
  },
): Promise<void> {
  const { deliveredTo, error, at, dueAt } = failure;
  await databasePool().query(
    `UPDATE outbox SET delivered_to = $2, last_error = $3, due_at = coalesce($4, due_at),
            given_up_at = CASE WHEN $4::timestamptz IS NULL THEN $5::timestamptz END
      WHERE id = $1`,
    [id, deliveredTo, error, dueAt, at],
  );
}

/** @returns how many were deleted, at most `limit` */
export async function deleteDelivered(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM outbox WHERE id IN (
       SELECT id FROM outbox WHERE delivered_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
