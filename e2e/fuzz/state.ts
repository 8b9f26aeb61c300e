import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '@/lib/server/db/queryable';

/** What is not compared: whole tables, and columns of the others. */
export interface Unwatched {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

/** Who asks is seen; every proof is used up, and every request with a secret in it counted. */
const ASKED: Unwatched = {
  tables: ['attempts', 'terminal_proofs', 'sql_functions', '_prisma_migrations'],
  columns: ['last_seen_at', 'idle_until'],
};

/** Somebody who may not ask at all leaves nothing else behind. */
export const FOR_WRONG_ACTORS = ASKED;

/**
 * Somebody who may ask, and is refused, also leaves challenges that nobody answered, codes that
 * were sent, alarms about wrong PINs, messages about wrong secrets to their owner, and
 * entries in the audit trail.
 */
export const FOR_WRONG_REQUESTS: Unwatched = {
  ...ASKED,
  tables: [
    ...ASKED.tables,
    ...['audit_entries', 'audit_chains'],
    ...['challenges', 'phone_codes', 'text_messages', 'terminal_alarms', 'outbox', 'notices'],
  ],
};

/** @returns the hash of each watched table's rows, by its name */
export async function readState(
  db: Queryable,
  { tables, columns }: Unwatched,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1)
      ORDER BY 1`,
    [tables],
  );
  const state = new Map<string, string>();
  for (const { name } of rows) {
    const content = await db.query<{ row: string }>(
      `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM ${name} t ORDER BY 1`,
      [columns],
    );
    const text = content.rows.map(({ row }) => row).join('\n');
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

const DELIVERED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** Waits until the app has delivered what earlier payments wanted to be told. @throws when not */
export async function untilDelivered(db: Queryable): Promise<void> {
  const giveUpAt = Date.now() + DELIVERED_WITHIN_MS;
  for (;;) {
    const { rows } = await db.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM outbox
        WHERE delivered_at IS NULL AND given_up_at IS NULL`,
    );
    if (rows[0]?.waiting === 0) return;
    if (Date.now() > giveUpAt) throw new Error(`${rows[0]?.waiting} messages are not delivered`);
    await sleep(LOOK_EVERY_MS);
  }
}
