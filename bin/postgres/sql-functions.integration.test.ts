import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { migrate } from './migrate';

let db: TestDatabase;
beforeAll(async () => void (db = await createTestDatabase()));
afterAll(() => db.close());

describe('prisma/functions', () => {
  it('has one file for each function of the migrated database', async () => {
    const { rows } = await db.pool.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace ORDER BY proname`,
    );
    const files = readdirSync('prisma/functions').map((file) => file.replace(/\.sql$/, ''));
    expect(rows.map(({ name }) => name)).toEqual(files.sort());
  });

  // PostgreSQL warns of nothing here: a loop's counter is another variable than the declared one.
  it.each(readdirSync('prisma/functions'))('%s declares no counter that a loop shadows', (file) => {
    const sql = readFileSync(join('prisma/functions', file), 'utf8');
    const counters = [...sql.matchAll(/\bFOR (\w+) IN [^;]*?\.\./g)].map(([, name]) => name);
    const declared = [...(/DECLARE(.*?)BEGIN/s.exec(sql)?.[1] ?? '').matchAll(/^ *(\w+) /gm)];
    expect(declared.filter(([, name]) => counters.includes(name))).toEqual([]);
  });
});

describe('functions in files', () => {
  let folder: string;

  beforeEach(async () => {
    await db.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    folder = mkdtempSync(join(tmpdir(), 'smile-functions-'));
    mkdirSync(join(folder, 'functions'));
    writeMigration('0001_a', 'CREATE TABLE a (id int)');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function writeMigration(name: string, sql: string): void {
    mkdirSync(join(folder, 'migrations', name), { recursive: true });
    writeFileSync(join(folder, 'migrations', name, 'migration.sql'), sql);
  }

  const sqlOf = (name: string, answer: number) =>
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS int LANGUAGE sql AS 'SELECT ${answer}'`;
  const write = (name: string, sql: string) =>
    writeFileSync(join(folder, 'functions', `${name}.sql`), sql);
  const applied = async () => (await migrate(db.url, { folder })).functions;
  const answerOf = async (name: string) => {
    const { rows } = await db.pool.query<{ answer: number }>(`SELECT ${name}() AS answer`);
    return rows[0]?.answer;
  };

  it('are applied when they are new or changed', async () => {
    write('one', sqlOf('one', 1));
    write('two', sqlOf('two', 2));
    expect(await applied()).toEqual(['one', 'two']);
    expect(await applied()).toEqual([]);
    write('two', sqlOf('two', 22));
    expect(await applied()).toEqual(['two']);
    expect(await answerOf('two')).toBe(22);
  });

  it('may change their signature', async () => {
    write('one', sqlOf('one', 1));
    await applied();
    write(
      'one',
      `DROP FUNCTION IF EXISTS one();
       CREATE OR REPLACE FUNCTION one(n int DEFAULT 5) RETURNS int LANGUAGE sql AS 'SELECT n'`,
    );
    expect(await applied()).toEqual(['one']);
    expect(await answerOf('one')).toBe(5);
  });

  it('replace what a later migration made, ours or one applied by Prisma elsewhere', async () => {
    write('one', sqlOf('one', 1));
    await applied();
    writeMigration('0002_b', sqlOf('one', 2));
    expect(await applied()).toEqual(['one']);
    expect(await answerOf('one')).toBe(1);

    await db.pool.query(sqlOf('one', 3));
    await db.pool.query(
      `UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = '0002_b'`,
    );
    expect(await applied()).toEqual(['one']);
    expect(await answerOf('one')).toBe(1);
  });

  it('are applied all or none', async () => {
    write('one', sqlOf('one', 1));
    await applied();
    write('one', sqlOf('one', 11));
    write('two', 'CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT nothing $$');
    await expect(applied()).rejects.toThrow(
      'Function two failed, no function was changed: column "nothing" does not exist',
    );
    expect(await answerOf('one')).toBe(1);
    write('two', sqlOf('two', 2));
    expect(await applied()).toEqual(['one', 'two']);
  });

  it('are applied once by many instances at once', async () => {
    write('one', sqlOf('one', 1));
    const done = await Promise.all(Array.from({ length: 8 }, applied));
    expect(done.flat()).toEqual(['one']);
  });

  it('are forgotten with their file', async () => {
    write('one', sqlOf('one', 1));
    write('two', sqlOf('two', 2));
    await applied();
    rmSync(join(folder, 'functions', 'two.sql'));
    await applied();
    const { rows } = await db.pool.query('SELECT name FROM sql_functions');
    expect(rows).toEqual([{ name: 'one' }]);
  });
});
