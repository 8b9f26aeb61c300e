import { databasePool } from './pool';

/** One refused face, as one of its subjects has it. */
export interface FailedTry {
  readonly id: string;
  readonly subject: string;
  readonly failedAt: Date;
}

export async function findTries(
  subjects: readonly string[],
  since: Date,
): Promise<readonly FailedTry[]> {
  const { rows } = await databasePool().query<FailedTry>(
    `SELECT try_id AS id, subject, failed_at AS "failedAt" FROM failures
      WHERE subject = ANY ($1) AND failed_at > $2`,
    [subjects, since],
  );
  return rows;
}

/**
 * Counts a try as failed for all of these subjects.
 *
 * @returns false when others since `since` were counted that are not among those `seen`: then
 *   nothing was done, and the caller looks again
 */
export async function insertTry(
  id: string,
  subjects: readonly string[],
  {
    at,
    since,
    seen,
  }: { readonly at: Date; readonly since: Date; readonly seen: readonly string[] },
): Promise<boolean> {
  const { rows } = await databasePool().query<{ counted: boolean }>(
    'SELECT face_try($1, $2, $3, $4, $5) AS counted',
    [id, subjects, at, since, seen],
  );
  return rows[0]?.counted === true;
}

/** As if it had not been. */
export async function deleteTry(id: string, subjects: readonly string[]): Promise<void> {
  await databasePool().query('DELETE FROM failures WHERE subject = ANY ($1) AND try_id = $2', [
    subjects,
    id,
  ]);
}

/** Ends the rows of these subjects, and of the phones on which this person is signed in. */
export async function deleteTries(subjects: readonly string[], shopperId: string): Promise<void> {
  await databasePool().query(
    `DELETE FROM failures WHERE subject = ANY ($1) OR subject IN (
       SELECT 'face:device:' || id FROM devices WHERE shopper_id = $2 AND revoked_at IS NULL)`,
    [subjects, shopperId],
  );
}
