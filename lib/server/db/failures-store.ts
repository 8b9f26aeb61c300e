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
