import { databasePool } from './pool';

/** Failures by subject; a subject without any is not in it. */
export type FailuresOf = ReadonlyMap<string, readonly Date[]>;

interface Row {
  readonly subject: string;
  readonly failedAt: Date;
}

export async function findTries(subjects: readonly string[], since: Date): Promise<FailuresOf> {
  const { rows } = await databasePool().query<Row>(
    `SELECT subject, failed_at AS "failedAt" FROM failures
      WHERE subject = ANY ($1) AND failed_at > $2`,
    [subjects, since],
  );
  return bySubject(rows);
}

/**
 * Counts a try as failed for all of these subjects.
 *
 * @returns what failed before it; of tries at the same time, each sees those that came first
 */
export async function insertTry(
  id: string,
  subjects: readonly string[],
  { at, since }: { readonly at: Date; readonly since: Date },
): Promise<FailuresOf> {
  const { rows } = await databasePool().query<Row>(
    'SELECT subject, failed_at AS "failedAt" FROM face_try($1, $2, $3, $4)',
    [id, subjects, at, since],
  );
  return bySubject(rows);
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

function bySubject(rows: readonly Row[]): FailuresOf {
  const found = new Map<string, Date[]>();
  for (const { subject, failedAt } of rows) {
    found.set(subject, [...(found.get(subject) ?? []), failedAt]);
  }
  return found;
}
