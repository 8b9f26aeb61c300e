import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@/bin/postgres/embedded-postgres';
import { migrate } from '@/bin/postgres/migrate';
import { createPool, databasePool } from '@/lib/server/db/pool';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import { readToday } from '@/lib/server/merchants/read-today';
import { seedDemo } from '@/prisma/seed';
import { fillSales } from './fill';

const TURNS = 60;
const P95_MAX_MS = 200;
const OWNER = { ...DEMO_RESTAURANT.staff, ...DEMO_RESTAURANT, role: 'owner' } as const;

/**
 * How long the owner's day takes to be read from a filled database, and whether any of its large
 * tables was read from end to end:
 *
 *     npm run bench:today [-- --payments 100000] [--json]
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    payments: { type: 'string', default: '100000' },
    days: { type: 'string', default: '90' },
  },
});
const dataDir = mkdtempSync(join(tmpdir(), 'smile-bench-'));
const server = await startPostgres({ dataDir });
const secret = randomBytes(32).toString('base64');
Object.assign(process.env, { DATABASE_URL: server.url, NEXTAUTH_SECRET: secret });
try {
  await migrate(server.url);
  await seedDemo(server.url);
  const filling = { payments: Number(values.payments), days: Number(values.days) };
  process.stderr.write(`Filling in ${filling.payments} payments\n`);
  const pool = createPool(server.url, 1);
  await fillSales(pool, filling);
  await pool.end();
  const before = await wholeReads(server.url);
  const measured = await measure();
  const wholeTablesRead = (await wholeReads(server.url)) - before;
  const result = { ...filling, ...measured, wholeTablesRead, p95MaxMs: P95_MAX_MS };
  console.log(values.json ? JSON.stringify(result) : result);
  if (measured.p95Ms > P95_MAX_MS || wholeTablesRead > 0) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure() {
  const times: number[] = [];
  let ofTheDay = 0;
  // Yesterday: a whole day, beside a whole day.
  const first = await readToday(OWNER, {});
  if (!first.ok) throw new Error(first.code);
  const yesterday = new Date(Date.parse(`${first.value.today}T00:00Z`) - 24 * 60 * 60 * 1000);
  const day = yesterday.toISOString().slice(0, 10);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const startedMs = performance.now();
    const read = await readToday(OWNER, { day });
    times.push(performance.now() - startedMs);
    if (!read.ok) throw new Error(read.code);
    ofTheDay = read.value.report.figures.now.orders;
  }
  await databasePool().end();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round((sorted[Math.floor(part * TURNS)] ?? NaN) * 10) / 10;
  return { ofTheDay, firstMs: Math.round(times[0] ?? NaN), p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** How often one of the large tables was read from end to end. */
async function wholeReads(url: string): Promise<number> {
  const pool = createPool(url, 1);
  const { rows } = await pool.query<{ count: number }>(
    `SELECT sum(seq_scan)::integer AS count FROM pg_stat_user_tables
      WHERE relname IN ('ledger_transfers', 'payments', 'orders', 'audit_entries')`,
  );
  await pool.end();
  return rows[0]?.count ?? NaN;
}
