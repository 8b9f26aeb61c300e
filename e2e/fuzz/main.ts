import fs from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { readRunning } from '@/bin/launch/data-dir';
import { PERMISSIONS, type RouteName } from '@/lib/access/permissions';
import { verifyLedger } from '@/lib/server/db/ledger-verify';
import { createPool } from '@/lib/server/db/pool';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import {
  newBrowser,
  newShopper,
  orderAtCounter,
  pairedCounter,
  signedInStaff,
} from '../abuse/people';
import type { Browser } from '../crash/http';
import { freePort, launch, newDataDir } from '../launch';
import { ask, type Asked, type Outcome } from './ask';
import { bodies, ids, type Body } from './bodies';
import { changedBetween, FOR_WRONG_REQUESTS, readState } from './state';
import { validBodyOf } from './valid-bodies';
import { walk } from './walk';

/**
 * Asks every route of the started app as everybody whom it is not for (`walk.ts`), then sends
 * generated requests to every route as whoever it is for, and prints one JSON document: no 5xx, no answer slower than a second, every refusal a problem with a
 * code, nothing changed in the database, and the ledger right.
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
const each = Number(values.bodies ?? (values.short ? 12 : 500));
/** In turn is slow, all at once would only measure the queue. */
const AT_ONCE = 4;
const SLOW_MS = 1_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

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

interface Slowest {
  readonly ms: number;
  readonly route: string;
}

async function run(): Promise<number> {
  progress(`seed ${seed}: starting the app`);
  await app.ready;
  const people = await gather();
  const pool = createPool(readRunning(dataDir)?.databaseUrl ?? '', 2);
  const walked = await walk(origin, pool);
  progress(`wrong actors: ${walked.requests} requests, ${walked.missed.length} missed`);
  const before = await readState(pool, FOR_WRONG_REQUESTS);
  const faults: string[] = [];
  let requests = 0;
  let busy = 0;
  let slowest: Slowest = { ms: 0, route: '' };
  const routes = (Object.keys(PERMISSIONS) as RouteName[]).filter(
    (route) => positionals.length === 0 || positionals.includes(route),
  );
  for (const route of routes) {
    const outcomes = await fuzz(route, people);
    requests += outcomes.length;
    busy += outcomes.filter(({ status }) => status === 503).length;
    faults.push(...outcomes.flatMap(({ fault }) => (fault ? [`${route}: ${fault}`] : [])));
    const ms = Math.max(...outcomes.map((outcome) => outcome.ms));
    if (ms > slowest.ms) slowest = { ms: Math.round(ms), route };
    progress(`${route}: ${summaryOf(outcomes)}, slowest ${Math.round(ms)} ms`);
  }
  const changed = changedBetween(before, await readState(pool, FOR_WRONG_REQUESTS));
  const { fault: ledger } = await verifyLedger(pool);
  await pool.end();
  const missed = [
    ...walked.missed,
    ...new Set(faults),
    ...(slowest.ms > SLOW_MS ? [`${slowest.route} took ${slowest.ms} ms`] : []),
    ...changed.map((table) => `${table} changed`),
    ...(ledger === undefined ? [] : [`the ledger is wrong: ${ledger}`]),
  ];
  for (const miss of missed) progress(`missed: ${miss}`);
  const right = missed.length === 0;
  const found = {
    seed,
    wrongActors: walked.requests,
    routes: routes.length,
    requests,
    busy,
    fiveHundreds: faults.length,
  };
  console.log(JSON.stringify({ ...found, slowest, changed, missed, right }));
  return right ? 0 : 1;
}

type People = Awaited<ReturnType<typeof gather>>;

/** One of each kind of actor, with something of theirs in the database. */
async function gather() {
  const owner = await signedInStaff(origin, DEMO_RESTAURANT);
  const terminal = await pairedCounter(origin, owner);
  await orderAtCounter(terminal);
  const shopper = await newShopper(origin);
  const anyone = newBrowser(origin);
  return {
    ...{ owner, staff: owner, anyone },
    terminal: terminal.browser,
    shopper: shopper.browser,
  };
}

async function fuzz(route: RouteName, people: People): Promise<readonly Outcome[]> {
  const kind = PERMISSIONS[route];
  const actors: readonly Browser[] =
    kind === 'guest' ? [people.terminal, people.shopper] : [people[kind]];
  const made = fc.sample(requestTo(route), { seed, numRuns: each });
  const outcomes: Outcome[] = [];
  for (let i = 0; i < made.length; i += AT_ONCE) {
    const some = made.slice(i, i + AT_ONCE).map((request, j) => {
      const { cookie = '' } = actors[(i + j) % actors.length] ?? {};
      const headers = { ...request.headers, cookie, 'x-forwarded-for': addressOf(i + j) };
      return askTwiceIfSlow({ ...request, headers });
    });
    outcomes.push(...(await Promise.all(some)));
  }
  return outcomes;
}

/** What is slow once may have met a busy machine; what is slow twice is slow by itself. */
async function askTwiceIfSlow(asked: Asked): Promise<Outcome> {
  const first = await ask(origin, asked);
  return first.ms > SLOW_MS && first.fault === undefined ? ask(origin, asked) : first;
}

/** Mostly the route's own method and a body for it; now and then another method. */
function requestTo(route: RouteName) {
  const [own = '', path = ''] = route.split(' ');
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant(own) },
    { weight: 1, arbitrary: fc.constantFrom(...METHODS.filter((other) => !isRoute(other, path))) },
  );
  return fc.tuple(method, ids, bodies(validBodyOf(route))).map(([verb, id, body]) => ({
    method: verb,
    path: path.replace(/:\w+/, () => id),
    ...sent(verb, body),
  }));
}

function sent(method: string, { bytes, contentType }: Body): Pick<Asked, 'headers' | 'bytes'> {
  const hasBody = method !== 'GET' && bytes !== undefined;
  return {
    headers: headersFor(hasBody ? contentType : ''),
    bytes: hasBody ? bytes : undefined,
  };
}

function headersFor(contentType: string): Record<string, string> {
  return contentType === '' ? {} : { 'content-type': contentType };
}

function isRoute(method: string, path: string): boolean {
  return `${method} ${path}` in PERMISSIONS;
}

/** Limits by address are not what is tried here (RFC 2544's network). */
function addressOf(i: number): string {
  return `198.19.${Math.floor(Math.random() * 256)}.${i % 256}`;
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const counts = new Map<number, number>();
  for (const { status } of outcomes) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .sort()
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
