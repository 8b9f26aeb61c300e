import { createHash } from 'node:crypto';
import type { Queryable } from '@/lib/server/db/queryable';

/** What a refused request may write: who asked when, what was tried, and what waits to be told. */
const MAY_CHANGE = [
  ...['attempts', 'terminal_alarms', 'outbox', 'notices', 'idempotency_keys', 'sessions'],
  ...['phone_codes', 'text_messages', 'challenges', 'assessments', 'pairing_codes', 'face_changes'],
  ...['sql_functions', '_prisma_migrations'],
];

/** A hash of every other table's rows: names, hashes. */
export async function readState(db: Queryable): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1)
      ORDER BY 1`,
    [MAY_CHANGE],
  );
  const state = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await db.query<{ row: string }>(
      `SELECT ${name}::text AS row FROM ${name} ORDER BY 1`,
    );
    const text = rows.map(({ row }) => row).join('\n');
    state.set(name, createHash('sha256').update(text).digest('hex'));
  }
  return state;
}

/** @returns the names of the tables that differ */
export function changedBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
}
