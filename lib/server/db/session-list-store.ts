import type { Uuid } from '@/lib/ids/uuid';
import { databasePool } from './pool';
import { subjectColumn, type Audience, type SessionIdHash } from './sessions-store';

/** Somebody who signs in. */
export interface Person {
  readonly audience: Audience;
  readonly subjectId: string;
}

/** A session that has not ended, as its owner sees it. */
export interface SessionRow {
  readonly id: Uuid;
  readonly client: string | null;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly isThisOne: boolean;
}

/** @param current the one that asks. @returns the one that was used last first */
export async function findSessionsOf(
  { audience, subjectId }: Person,
  current: SessionIdHash | null,
  at: Date,
): Promise<readonly SessionRow[]> {
  const { rows } = await databasePool().query<SessionRow>(
    `SELECT id, client, signed_in_at AS "signedInAt", last_seen_at AS "lastSeenAt",
            coalesce(id_hash = $3, false) AS "isThisOne"
       FROM sessions
      WHERE ${subjectColumn(audience)} = $1 AND ended_at IS NULL AND idle_until > $2
      ORDER BY last_seen_at DESC, id`,
    [subjectId, at, current],
  );
  return rows;
}

/**
 * Ends one session of a person, and tells every instance.
 *
 * @returns false when they have no such session that has not ended
 */
export async function markOneEnded(
  { audience, subjectId }: Person,
  id: Uuid,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `WITH ended AS (
       UPDATE sessions SET ended_at = $3
        WHERE id = $1 AND ${subjectColumn(audience)} = $2 AND ended_at IS NULL AND idle_until > $3
       RETURNING id_hash)
     SELECT pg_notify('session_ended', encode(id_hash, 'hex')) FROM ended`,
    [id, subjectId, at],
  );
  return rowCount === 1;
}
