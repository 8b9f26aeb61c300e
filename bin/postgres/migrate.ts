import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { MigrationError } from '@/lib/server/db/migration-error';
import { applyFunctions } from './sql-functions';

/** The lock that Prisma's own migrator takes, so that ours and `prisma migrate deploy` take turns. */
const PRISMA_LOCK = 72_707_369;

const DEFAULT_FOLDER = join(process.cwd(), 'prisma');

/** As Prisma 7's schema engine makes it. */
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

export interface MigrateOptions {
  /**
   * Holds `migrations/<name>/migration.sql`, applied in the order of their names, and
   * `functions/<function>.sql`.
   */
  readonly folder?: string;
  readonly onProgress?: (text: string) => void;
}

export interface Migrated {
  readonly migrations: readonly string[];
  readonly functions: readonly string[];
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file, hex: Prisma's checksum. */
  readonly checksum: string;
}

/**
 * Brings the database to the newest schema and the newest functions. Prisma's CLI would apply the
 * migrations, but downloads an engine first, and a start must not need the network.
 *
 * @requires several instances may call it at once: they take turns
 * @ensures each migration is applied whole or not at all, and recorded as Prisma records it; then
 * the functions that changed are applied, all or none
 * @returns the names of the migrations and functions that it applied
 * @throws MigrationError when an applied migration was edited or is missing, one failed before,
 * or one fails now
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<Migrated> {
  const folder = options.folder ?? DEFAULT_FOLDER;
  const migrations = readMigrations(join(folder, 'migrations'));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(CREATE_TABLE);
    const pending = await stillToApply(client, migrations);
    for (const migration of pending) {
      options.onProgress?.(`Migrating: ${migration.name}`);
      await apply(client, migration);
    }
    const functions = await applyFunctions(client, join(folder, 'functions'));
    return { migrations: pending.map(({ name }) => name), functions };
  } finally {
    await client.end(); // the lock goes with the session
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function stillToApply(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  for (const { name, checksum, finished } of rows) {
    const file = migrations.find((migration) => migration.name === name);
    if (!finished) throw new MigrationError(`Migration ${name} failed before: mend it by hand.`);
    if (!file)
      throw new MigrationError(`The database knows migration ${name}, this version does not.`);
    if (file.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was edited after it was applied: put the file back and add a new one.`,
      );
    }
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(`Migration ${name} failed, nothing was changed: ${reason}`, { cause });
  }
}
