import { databasePool } from './pool';

/** One attempt, as one of its subjects has it. */
export interface AttemptRow {
  readonly subject: string;
  readonly attemptedAt: Date;
}

/** A subject's name, and since when its attempts count. */
export interface CountedSubject {
  readonly name: string;
  readonly since: Date;
}

export async function findAttempts(
  subjects: readonly CountedSubject[],
): Promise<readonly AttemptRow[]> {
  const { rows } = await databasePool().query<AttemptRow>(
    `SELECT subject, attempted_at AS "attemptedAt"
       FROM unnest($1::text[], $2::timestamptz[]) AS asked (name, since)
       JOIN attempts ON subject = name AND attempted_at > since`,
    [subjects.map(({ name }) => name), subjects.map(({ since }) => since)],
  );
  return rows;
}

/**
 * Counts an attempt against all of these subjects, in one moment.
 *
 * @returns how many each has now, this one included; null when one of them had `below` or more
 *   already: then nothing was counted
 */
export async function countAttempt(
  id: string,
  at: Date,
  subjects: readonly (CountedSubject & { readonly below: number })[],
): Promise<readonly number[] | null> {
  const { rows } = await databasePool().query<{ counts: number[] | null }>(
    'SELECT attempt_count($1, $2, $3, $4, $5) AS counts',
    [
      id,
      at,
      subjects.map(({ name }) => name),
      subjects.map(({ since }) => since),
      subjects.map(({ below }) => below),
    ],
  );
  return rows[0]?.counts ?? null;
}

/** As if it had not been. */
export async function deleteAttempt(id: string, subjects: readonly string[]): Promise<void> {
  await databasePool().query('DELETE FROM attempts WHERE subject = ANY ($1) AND attempt_id = $2', [
    subjects,
    id,
  ]);
}

/** Takes the attempts that count against `own` back from all of these subjects. */
export async function deleteAttemptsAt(own: string, subjects: readonly string[]): Promise<void> {
  await databasePool().query(
    `DELETE FROM attempts WHERE subject = ANY ($2)
        AND attempt_id IN (SELECT attempt_id FROM attempts WHERE subject = $1)`,
    [own, subjects],
  );
}

/** @returns how many were deleted, at most `limit` */
export async function deleteOldAttempts(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM attempts WHERE ctid = ANY (ARRAY (
       SELECT ctid FROM attempts WHERE attempted_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [before, limit],
  );
  return rowCount ?? 0;
}
