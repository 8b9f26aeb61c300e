import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate';
import { MigrationError } from '@/lib/server/db/migration-error';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';

let db: TestDatabase;
let folder: string;

beforeAll(async () => void (db = await createTestDatabase()));
afterAll(() => db.close());

// The template is migrated already; each test brings migrations of its own to a bare schema.
beforeEach(async () => {
  await db.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  folder = mkdtempSync(join(tmpdir(), 'smile-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true });
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), sql);
}

const migrated = async () => (await migrate(db.url, { folder })).migrations;

const tableNames = async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('migrate', () => {
  it('applies what is missing, in order, once', async () => {
    write('0001_a', 'CREATE TABLE a (id int)');
    expect(await migrated()).toEqual(['0001_a']);
    write('0002_b', 'CREATE TABLE b (id int); ALTER TABLE a ADD COLUMN b int');
    expect(await migrated()).toEqual(['0002_b']);
    expect(await migrated()).toEqual([]);
    expect(await tableNames()).toEqual(['_prisma_migrations', 'a', 'b', 'sql_functions']);
  });

  it('records them as Prisma does', async () => {
    write('0001_a', 'SELECT 1');
    await migrate(db.url, { folder });
    const { rows } = await db.pool.query('SELECT * FROM _prisma_migrations');
    expect(rows).toEqual([
      expect.objectContaining({
        migration_name: '0001_a',
        // printf 'SELECT 1' | sha256sum
        checksum: 'e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5',
        applied_steps_count: 1,
        rolled_back_at: null,
        finished_at: expect.any(Date) as Date,
      }),
    ]);
  });

  it('takes turns with other instances', async () => {
    write('0001_a', 'SELECT pg_sleep(0.2); CREATE TABLE a (id int)');
    const done = await Promise.all([1, 2, 3, 4].map(migrated));
    expect(done.flat()).toEqual(['0001_a']);
  });

  it('applies what was put between two that are applied', async () => {
    write('0001_a', 'CREATE TABLE a (id int)');
    write('0003_c', 'ALTER TABLE a ADD COLUMN c int');
    await migrated();
    write('0002_b', 'CREATE INDEX a_of_id ON a (id)');
    expect(await migrated()).toEqual(['0002_b']);
  });

  it('leaves nothing of a migration that fails', async () => {
    write('0001_a', 'CREATE TABLE a (id int); SELECT 1/0');
    await expect(migrate(db.url, { folder })).rejects.toThrow(
      'Migration 0001_a failed, nothing was changed: division by zero',
    );
    expect(await tableNames()).toEqual(['_prisma_migrations']);
  });

  it('refuses a database that went another way', async () => {
    write('0001_a', 'CREATE TABLE a (id int)');
    await migrate(db.url, { folder });
    write('0001_a', 'CREATE TABLE a (id bigint)');
    await expect(migrate(db.url, { folder })).rejects.toThrow(/0001_a was edited/);
    rmSync(join(folder, 'migrations', '0001_a'), { recursive: true });
    await expect(migrate(db.url, { folder })).rejects.toThrow(/knows migration 0001_a/);
    await expect(migrate(db.url, { folder })).rejects.toThrow(MigrationError);
  });
});
