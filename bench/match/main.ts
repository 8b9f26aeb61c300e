import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CLAIMS } from '@/lib/access/claim';
import { startPostgres } from '@/bin/postgres/embedded-postgres';
import { migrate } from '@/bin/postgres/migrate';
import { createPool, databasePool } from '@/lib/server/db/pool';
import { openInstallation } from '@/lib/server/keys/installation';
import {
  faceIndexState,
  isFaceIndexReady,
  searchEverybody,
  startFaceIndex,
  stopFaceIndex,
  whenFaceIndexReady,
} from '@/lib/server/recognition/face-index';
import { fastestSearch, loopSearch, type Search } from '@/lib/server/recognition/search';
import { fillPeople, fillStore, REGULARS } from './fill';
import { decideOnce, measureDecisions, spreadOf, type Decisions } from './measure';
import { personOf } from './people';

const SMALL = 10_000;
const SEARCHES = 100;
const REFERENCE_ROWS = 100_000;

/**
 * What a decision and the search at an enrolment cost among so many people, in a real PostgreSQL:
 * `npm run bench:match -- --users N [--decisions N] --json`. Progress goes to standard error.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      users: { type: 'string', default: '100000' },
      decisions: { type: 'string', default: '1000' },
      json: { type: 'boolean', default: false },
    },
  });
  const [users, count] = [Number(values.users), Number(values.decisions)];
  if (!(users >= REGULARS && count > 0)) throw new RangeError(`--users takes ${REGULARS} or more`);
  const dataDir = mkdtempSync(join(tmpdir(), 'smile-bench-'));
  const server = await startPostgres({ dataDir });
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    TEMPLATE_KEY: randomBytes(32).toString('base64'),
  });
  const pool = createPool(server.url, 2);
  try {
    await migrate(server.url);
    await openInstallation();
    const result = await measure(pool, users, count);
    process.stdout.write(`${JSON.stringify(result, null, values.json ? undefined : 2)}\n`);
  } finally {
    await stopFaceIndex();
    await databasePool().end();
    await pool.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(pool: ReturnType<typeof createPool>, users: number, count: number) {
  const small = Math.min(SMALL, users);
  await fillPeople(pool, 0, small, say);
  await fillStore(pool);
  const before = await allDecisions(small, count);
  await fillPeople(pool, small, users, say);
  const decisions = await allDecisions(users, count);
  const { start, index, search } = await measureIndex(users, count);
  return {
    users,
    decisions,
    small: { users: small, decisions: before },
    growth: Object.fromEntries(
      CLAIMS.map((claim) => [claim, decisions[claim].p50Ms / before[claim].p50Ms]),
    ),
    start,
    index,
    enrolmentSearch: search,
    machine: { loadAverage: loadavg()[0], searchesOf100k: reference() },
  };
}

/** Starts as an instance does: payments at once, the index in the background. */
async function measureIndex(users: number, count: number) {
  const rssBefore = process.memoryUsage().rss;
  const startedMs = performance.now();
  await openInstallation();
  startFaceIndex();
  await decideOnce(users);
  const servingMs = performance.now() - startedMs;
  const whileLoading = isFaceIndexReady()
    ? undefined
    : await measureDecisions('own-phone', users, count);
  await whenFaceIndexReady();
  const state = faceIndexState();
  say(`the index holds ${state?.people} people after ${Math.round(state?.loadMs ?? NaN)} ms`);
  const times: number[] = [];
  for (let i = 0; i < SEARCHES; i++) {
    const { id, probe } = personOf(Math.floor(Math.random() * users));
    const searchMs = performance.now();
    await searchEverybody(probe, id);
    times.push(performance.now() - searchMs);
  }
  const bytes = process.memoryUsage().rss - rssBefore;
  return {
    start: { servingMs, whileLoading },
    index: {
      search: state?.searchName,
      loadMs: state?.loadMs,
      bytes,
      bytesPerPerson: bytes / users,
    },
    search: { ...spreadOf(times), count: SEARCHES },
  };
}

async function allDecisions(people: number, count: number) {
  const all: Record<string, Decisions> = {};
  for (const claim of CLAIMS) {
    all[claim] = await measureDecisions(claim, people, count);
    say(`${people} people, ${claim}: ${JSON.stringify(all[claim])}`);
  }
  return all as Record<(typeof CLAIMS)[number], Decisions>;
}

/** How fast this machine is now, beside another day's: the same search, two ways. */
function reference() {
  const rows = Float32Array.from({ length: REFERENCE_ROWS * 128 }, Math.random);
  const query = rows.slice(0, 128).fill(0.5);
  const time = (search: Search) => {
    const times = Array.from({ length: 9 }, () => {
      const startedMs = performance.now();
      search(rows, query, 10);
      return performance.now() - startedMs;
    });
    return spreadOf(times).p50Ms;
  };
  return { usearchMs: time(fastestSearch().search), loopMs: time(loopSearch) };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

await main();
