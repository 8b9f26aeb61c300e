import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { tablesOf } from './prisma-schema.fixture';

const tables = tablesOf(readFileSync('prisma/schema.prisma', 'utf8'));

let db: TestDatabase;
beforeAll(async () => void (db = await createTestDatabase()));
afterAll(() => db.close());

describe('prisma/schema.prisma', () => {
  it('names every table, with the columns that the migrations made', async () => {
    const { rows } = await db.pool.query<{ column: string }>(
      `SELECT relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
              || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END AS column
         FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
          AND attnum > 0 AND NOT attisdropped
          AND relname NOT IN ('_prisma_migrations', 'sql_functions')`,
    );
    const declared = tables.flatMap(({ columns }) => columns);
    expect([...declared].sort()).toEqual(rows.map(({ column }) => column).sort());
  });

  it('has methods for the tables that are queried through Prisma, and for no others', () => {
    const stores = readdirSync('lib/server/db').filter((file) => file.endsWith('.ts'));
    const code = [...stores.map((file) => join('lib/server/db', file)), 'prisma/seed.ts']
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const queried = tables.filter(({ model }) => {
      const property = model.charAt(0).toLowerCase() + model.slice(1);
      return new RegExp(`\\b(?:prisma|tx|databasePrisma\\(\\))\\.${property}\\b`).test(code);
    });
    const inClient = tables.filter(({ ignored }) => !ignored);
    expect(queried.map(({ model }) => model)).toEqual(inClient.map(({ model }) => model));
  });
});

describe('foreign keys', () => {
  it('to shoppers and payments have an index, because there are as many rows as there is use', async () => {
    const { rows } = await db.pool.query<{ key: string }>(
      `SELECT conrelid::regclass || '.' || attname AS key
         FROM pg_constraint
         JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
        WHERE contype = 'f' AND confrelid IN ('shoppers'::regclass, 'payments'::regclass)
          AND NOT EXISTS (
          SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1])
        ORDER BY 1`,
    );
    expect(rows.map(({ key }) => key)).toEqual([]);
  });
});
