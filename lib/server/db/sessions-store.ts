import type { AuditNote } from '@/lib/audit/note';
import type { StaffRole } from '@/lib/access/roles';
import type { CurrencyCode } from '@/lib/money/currency';
import { knownCurrency } from './known-currency';
import { addAudit } from './audit-store';
import { databasePool } from './pool';
import type { Queryable } from './queryable';
import { inTransaction } from './transaction';

/** Whom a session is for; one opens nothing of the other's. */
export const AUDIENCES = ['shopper', 'staff', 'operator'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** SHA-256 of the secret in the cookie, 32 bytes. */
export type SessionIdHash = Uint8Array<ArrayBuffer>;

export interface NewSession {
  readonly idHash: SessionIdHash;
  readonly audience: Audience;
  readonly subjectId: string;
  /** As `clientName` says it. */
  readonly client: string | null;
  readonly signedInAt: Date;
  readonly validUntil: Date;
  readonly idleUntil: Date;
}

interface SessionTimes {
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

export interface ShopperSession extends SessionTimes {
  readonly id: string;
  readonly name: string;
  readonly currency: CurrencyCode;
}

export interface StaffSession extends SessionTimes {
  readonly id: string;
  readonly name: string;
  readonly storeId: string;
  readonly merchantId: string;
  readonly role: StaffRole;
  readonly validUntil: Date;
}

export interface OperatorSession extends SessionTimes {
  readonly id: string;
  readonly name: string;
}

/** `idle_until` never lies behind `valid_until`, so it alone says whether time is over. */
const ALIVE = 'session.ended_at IS NULL AND session.idle_until > $2';
const TIMES = 'session.signed_in_at AS "signedInAt", session.last_seen_at AS "lastSeenAt"';

/** That staff or an operator signed in stands in the audit trail. */
export async function insertSession(session: NewSession): Promise<void> {
  const { audience, subjectId, signedInAt } = session;
  if (audience === 'shopper') return insertRow(databasePool(), session);
  const by = { kind: audience, id: subjectId };
  const note: AuditNote = { action: `${audience}.signed-in`, by, subject: by };
  await inTransaction(databasePool(), async (client) => {
    await insertRow(client, session);
    const place = audience === 'staff' ? ({ kind: 'staff', id: subjectId } as const) : 'platform';
    await addAudit(client, place, note, signedInAt);
  });
}

async function insertRow(db: Queryable, session: NewSession): Promise<void> {
  const { idHash, audience, subjectId, client, signedInAt, validUntil, idleUntil } = session;
  await db.query(
    `INSERT INTO sessions (id_hash, audience, ${subjectColumn(audience)},
       signed_in_at, last_seen_at, valid_until, idle_until, client)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [idHash, audience, subjectId, signedInAt, validUntil, idleUntil, client],
  );
}

/** @returns the shopper of a session that has not ended, with one query. */
export async function findShopperSession(
  idHash: SessionIdHash,
  at: Date,
): Promise<ShopperSession | null> {
  const { rows } = await databasePool().query<ShopperSession & { currency: string }>({
    name: 'shopper_session',
    text: `SELECT shopper.id, shopper.name, shopper.currency, ${TIMES}
             FROM sessions AS session JOIN shoppers AS shopper ON shopper.id = session.shopper_id
            WHERE session.id_hash = $1 AND ${ALIVE} AND shopper.closed_at IS NULL`,
    values: [idHash, at],
  });
  const row = rows[0];
  return row ? { ...row, currency: knownCurrency(row.currency) } : null;
}

/** @returns the member of staff of a session that has not ended, with one query. */
export async function findStaffSession(
  idHash: SessionIdHash,
  at: Date,
): Promise<StaffSession | null> {
  const { rows } = await databasePool().query<StaffSession>({
    name: 'staff_session',
    text: `SELECT staff.id, staff.name, staff.role, staff.store_id AS "storeId",
                  store.merchant_id AS "merchantId",
                  session.valid_until AS "validUntil", ${TIMES}
             FROM sessions AS session
             JOIN staff ON staff.id = session.staff_id
             JOIN stores AS store ON store.id = staff.store_id
            WHERE session.id_hash = $1 AND ${ALIVE}`,
    values: [idHash, at],
  });
  return rows[0] ?? null;
}

/** @returns the operator of a session that has not ended, with one query. */
export async function findOperatorSession(
  idHash: SessionIdHash,
  at: Date,
): Promise<OperatorSession | null> {
  const { rows } = await databasePool().query<OperatorSession>({
    name: 'operator_session',
    text: `SELECT operator.id, operator.name, ${TIMES}
             FROM sessions AS session JOIN operators AS operator ON operator.id = session.operator_id
            WHERE session.id_hash = $1 AND ${ALIVE}`,
    values: [idHash, at],
  });
  return rows[0] ?? null;
}

/**
 * Writes down that a session was used. It never lives beyond its absolute end, and one that ended
 * meanwhile stays ended.
 *
 * @returns whether it has not ended
 */
export async function touchSession(
  idHash: SessionIdHash,
  at: Date,
  idleUntil: Date,
): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `UPDATE sessions AS session
        SET last_seen_at = greatest(last_seen_at, $2),
            idle_until = greatest(idle_until, least(valid_until, $3))
      WHERE session.id_hash = $1 AND ${ALIVE}`,
    [idHash, at, idleUntil],
  );
  return rowCount === 1;
}

/** Ends a session and tells every instance; a second time it does nothing. */
export async function markEnded(idHash: SessionIdHash, at: Date): Promise<void> {
  await databasePool().query(
    `WITH ended AS (
       UPDATE sessions SET ended_at = $2 WHERE id_hash = $1 AND ended_at IS NULL RETURNING id_hash)
     SELECT pg_notify('session_ended', encode(id_hash, 'hex')) FROM ended`,
    [idHash, at],
  );
}

/**
 * Ends all sessions of one person, but for one, and tells every instance.
 *
 * @returns how many there were
 */
export async function markAllEnded(
  audience: Audience,
  subjectId: string,
  at: Date,
  keptIdHash: Uint8Array | null = null,
): Promise<number> {
  const { rowCount } = await databasePool().query(
    `WITH ended AS (
       UPDATE sessions SET ended_at = $2
        WHERE ${subjectColumn(audience)} = $1 AND ended_at IS NULL AND idle_until > $2
          AND ($3::bytea IS NULL OR id_hash <> $3)
       RETURNING id_hash)
     SELECT pg_notify('session_ended', encode(id_hash, 'hex')) FROM ended`,
    [subjectId, at, keptIdHash],
  );
  return rowCount ?? 0;
}

/** @returns how many were deleted, at most `limit` */
export async function deleteSessions(overBefore: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM sessions WHERE id_hash = ANY (ARRAY (
       SELECT id_hash FROM sessions WHERE idle_until < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [overBefore, limit],
  );
  return rowCount ?? 0;
}

export function subjectColumn<A extends Audience>(audience: A): `${A}_id` {
  return `${audience}_id`;
}
