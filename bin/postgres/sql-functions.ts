import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { MigrationError } from '@/lib/server/db/migration-error';

/** What this database's functions were made from. The migrator's own, beside _prisma_migrations. */
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS sql_functions (
    name varchar(63) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    applied_at timestamptz NOT NULL
  )`;

interface SqlFunction {
  /** The file's name without `.sql`, which is the function's name. */
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file, hex. */
  readonly checksum: string;
}

/**
 * Makes the database's functions those of the folder's files (`<function>.sql`). A file is applied
 * when it changed, and when a migration was applied after it: an old migration may hold an older
 * definition of the same function.
 *
 * @requires the migrator's lock, and the newest tables
 * @ensures all of them are applied in one transaction, or none
 * @returns the names of the functions that it applied
 * @throws MigrationError when one cannot be applied
 */
export async function applyFunctions(client: Client, folder: string): Promise<string[]> {
  const files = readFunctions(folder);
  await client.query(CREATE_TABLE);
  const current = await currentChecksums(client);
  const changed = files.filter(({ name, checksum }) => current.get(name) !== checksum);
  await client.query('BEGIN');
  try {
    for (const file of changed) await apply(client, file);
    await client.query('DELETE FROM sql_functions WHERE name <> ALL ($1)', [
      files.map(({ name }) => name),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  return changed.map(({ name }) => name);
}

function readFunctions(folder: string): SqlFunction[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { name: file.slice(0, -'.sql'.length), sql, checksum };
    });
}

/** Function → checksum of its file, of those that no later migration may have replaced. */
async function currentChecksums(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT name, checksum FROM sql_functions
      WHERE applied_at > ALL (
        SELECT finished_at FROM _prisma_migrations WHERE finished_at IS NOT NULL)`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function apply(client: Client, { name, sql, checksum }: SqlFunction): Promise<void> {
  try {
    await client.query(sql);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(`Function ${name} failed, no function was changed: ${reason}`, {
      cause,
    });
  }
  await client.query(
    `INSERT INTO sql_functions (name, checksum, applied_at) VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (name) DO UPDATE
       SET checksum = excluded.checksum, applied_at = excluded.applied_at`,
    [name, checksum],
  );
}
