import { databasePool } from './pool';
import type { Queryable } from './queryable';

/** One face that came or went. */
export interface FaceChange {
  /** Grows in the order of commits. */
  readonly version: string;
  readonly shopperId: string;
  readonly templateId: string;
  readonly kind: 'enrolled' | 'removed';
}

const COLUMNS = `version::text, shopper_id AS "shopperId", template_id AS "templateId", kind`;

/** The version of the latest change; '0' before the first. */
export async function latestFaceVersion(db: Queryable = databasePool()): Promise<string> {
  const { rows } = await db.query<{ version: string }>(
    'SELECT coalesce(max(version), 0)::text AS version FROM face_changes',
  );
  return rows[0]?.version ?? '0';
}

export async function findFaceChanges(
  after: string,
  limit: number,
): Promise<readonly FaceChange[]> {
  const { rows } = await databasePool().query<FaceChange>(
    `SELECT ${COLUMNS} FROM face_changes WHERE version > $1 ORDER BY version LIMIT $2`,
    [after, limit],
  );
  return rows;
}

/** Changes up to this version whose neighbours nobody has written down; in order. */
export async function findUnnoted(upTo: string, limit: number): Promise<readonly FaceChange[]> {
  const { rows } = await databasePool().query<FaceChange>(
    `SELECT ${COLUMNS} FROM face_changes WHERE noted_at IS NULL AND version <= $1
      ORDER BY version LIMIT $2`,
    [upTo, limit],
  );
  return rows;
}

/** Whose neighbours were written down since then. */
export async function findNotedSince(since: Date): Promise<readonly string[]> {
  const { rows } = await databasePool().query<{ shopperId: string }>(
    'SELECT DISTINCT shopper_id AS "shopperId" FROM face_changes WHERE noted_at >= $1',
    [since],
  );
  return rows.map(({ shopperId }) => shopperId);
}

/** The database's own clock: that of the changes. */
export async function databaseTime(): Promise<Date> {
  const { rows } = await databasePool().query<{ at: Date }>('SELECT clock_timestamp() AS at');
  return rows[0]?.at ?? new Date(0);
}

export async function markNoted(version: string): Promise<void> {
  await databasePool().query(
    'UPDATE face_changes SET noted_at = clock_timestamp() WHERE version = $1',
    [version],
  );
}

/** Deletes old changes that nobody needs any more. @returns how many, at most `limit` */
export async function deleteFaceChanges(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM face_changes WHERE version IN (
       SELECT version FROM face_changes
        WHERE changed_at < $1 AND noted_at IS NOT NULL LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
