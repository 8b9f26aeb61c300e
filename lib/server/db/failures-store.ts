import { databasePool } from './pool';

export async function countFailures(subject: string, since: Date): Promise<number> {
  const { rows } = await databasePool().query<{ count: number }>(
    'SELECT count(*)::int AS count FROM failures WHERE subject = $1 AND failed_at > $2',
    [subject, since],
  );
  return rows[0]?.count ?? 0;
}

export async function insertFailure(subject: string, at: Date): Promise<void> {
  await databasePool().query('INSERT INTO failures (subject, failed_at) VALUES ($1, $2)', [
    subject,
    at,
  ]);
}

export async function deleteFailures(subject: string): Promise<void> {
  await databasePool().query('DELETE FROM failures WHERE subject = $1', [subject]);
}

/** @returns how many were deleted, at most `limit` */
export async function deleteOldFailures(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM failures WHERE ctid = ANY (ARRAY (
       SELECT ctid FROM failures WHERE failed_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [before, limit],
  );
  return rowCount ?? 0;
}
