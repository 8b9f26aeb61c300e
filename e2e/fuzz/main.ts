import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { readRunning } from '@/bin/launch/data-dir';
import { PERMISSIONS, type RouteName } from '@/lib/access/permissions';
import { verifyLedger } from '@/lib/server/db/ledger-verify';
import { createPool } from '@/lib/server/db/pool';
import type { Queryable } from '@/lib/server/db/queryable';
import { freePort, launch, newDataDir } from '../launch';
import { isFiveHundred, type Outcome } from './ask';
import { fuzz, makeAskers, SLOW_MS } from './fuzz';
import { changedBetween, FOR_WRONG_REQUESTS, readState, untilDelivered } from './state';
import { walk } from './walk';

/**
 * Asks every route of the started app as everybody whom it is not for (`walk.ts`), then sends
 * generated requests to every route as whoever it is for (`fuzz.ts`), and prints one JSON document.
 * It is right when there is no 5xx, no answer slower than a second, every refusal is a problem with
 * a code, nothing changed in the database, and the ledger is right.
 *
 *     npm run test:fuzz -- [--short] [--seed 1] [--bodies 500] [ROUTE …]
 */
const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    bodies: { type: 'string' },
  },
  allowPositionals: true,
});
// The short form is a check that must not differ from run to run.
const seed = Number(values.seed ?? (values.short ? 1 : Date.now() % 1_000_000));
const each = Number(values.bodies ?? (values.short ? 40 : 500));
const dataDir = newDataDir();
const port = await freePort();
const origin = `http://localhost:${port}`;
const app = launch(['--port', String(port), '--data-dir', dataDir], { TRUST_PROXY: '1' });
try {
  process.exitCode = await run();
} finally {
  await app.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

async function run(): Promise<number> {
  progress(`seed ${seed}: starting the app`);
  await app.ready;
  const pool = createPool(readRunning(dataDir)?.databaseUrl ?? '', 2);
  try {
    const walked = await walk(origin, pool);
    progress(`wrong actors: ${walked.requests} requests, ${walked.missed.length} missed`);
    const fuzzed = await fuzzAll(pool);
    const { fault } = await verifyLedger(pool);
    const ledger = fault === undefined ? [] : [`the ledger is wrong: ${fault}`];
    const missed = [...walked.missed, ...fuzzed.missed, ...ledger];
    for (const miss of missed) progress(`missed: ${miss}`);
    const right = missed.length === 0;
    const found = { seed, wrongActors: walked.requests, ...fuzzed.found };
    console.log(JSON.stringify({ ...found, missed, right }));
    return right ? 0 : 1;
  } finally {
    await pool.end();
  }
}

interface Answered extends Outcome {
  readonly route: RouteName;
}

async function fuzzAll(pool: Queryable) {
  const routes = (Object.keys(PERMISSIONS) as RouteName[]).filter(
    (route) => positionals.length === 0 || positionals.includes(route),
  );
  const askers = await makeAskers(origin);
  await untilDelivered(pool);
  const before = await readState(pool, FOR_WRONG_REQUESTS);
  const answered: Answered[] = [];
  for (const route of routes) {
    const outcomes = await fuzz(origin, route, askers, { seed, each, db: pool });
    answered.push(...outcomes.map((outcome) => ({ ...outcome, route })));
    progress(`${route}: ${summaryOf(outcomes)}`);
  }
  const changed = changedBetween(before, await readState(pool, FOR_WRONG_REQUESTS));
  return summedUp(routes.length, answered, changed);
}

function summedUp(routes: number, answered: readonly Answered[], changed: readonly string[]) {
  const slowest = answered.toSorted((a, b) => b.ms - a.ms)[0];
  const slow = answered.filter(({ ms }) => ms > SLOW_MS);
  const found = {
    ...{ routes, requests: answered.length },
    busy: answered.filter(({ code }) => code === 'busy').length,
    limited: answered.filter(({ status }) => status === 429).length,
    fiveHundreds: answered.filter(isFiveHundred).length,
    ...{ slowestMs: Math.round(slowest?.ms ?? 0), slowestRoute: slowest?.route },
    changed,
  };
  const missed = new Set([
    ...answered.flatMap(({ route, fault }) => (fault ? [`${route}: ${fault}`] : [])),
    ...slow.map(({ route, ms }) => `${route} took ${Math.round(ms)} ms`),
    ...changed.map((table) => `${table} changed`),
  ]);
  return { found, missed: [...missed] };
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const counts = new Map<number, number>();
  for (const { status } of outcomes) counts.set(status, (counts.get(status) ?? 0) + 1);
  const each = [...counts].sort().map(([status, count]) => `${count} × ${status}`);
  const slowestMs = Math.round(Math.max(...outcomes.map(({ ms }) => ms)));
  return `${each.join(', ')}, slowest ${slowestMs} ms`;
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
