import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import { createPool } from '@/lib/server/db/pool';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Ends the pool and drops the database. */
  close(): Promise<void>;
}

/**
 * A fresh, migrated, empty database for one test file: `const db = await createTestDatabase()` in
 * `beforeAll`, `await db.close()` in `afterAll`.
 */
export async function createTestDatabase(connectionsMax?: number): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urlOf = (database: string) => templateUrl.replace(/[^/]*$/, database);
  await asAdmin(urlOf('postgres'), `CREATE DATABASE ${name} TEMPLATE template_smile`);
  const url = urlOf(name);
  const pool = createPool(url, connectionsMax);
  return {
    url,
    pool,
    close: async () => {
      await pool.end();
      await asAdmin(urlOf('postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
