import fs from 'node:fs';
import { once, EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readRunning } from '@/bin/launch/data-dir';
import { verifyLedger } from '@/lib/server/db/ledger-verify';
import { createPool } from '@/lib/server/db/pool';
import { freePort, launch, newDataDir } from '../launch';
import { readBooks } from './books';
import { Shopper, staffOf } from './clients';
import { judge, type Journal, type Verdict } from './journal';
import { killApp, killPostgres } from './kill';

const SHOPPERS = 4;
/** Between the first payment after a recovery and the next kill. */
const CALM_MS = 1_500;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '32' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const random = mulberry32(seed);

const dataDir = newDataDir();
const port = await freePort();
const app = launch(['--port', String(port), '--data-dir', dataDir]);
try {
  process.exitCode = await run();
} finally {
  await app.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** @returns the process's exit code */
async function run(): Promise<number> {
  progress(`seed ${seed}: starting the app`);
  await app.ready;
  const origin = `http://localhost:${port}`;
  const payments = new EventEmitter();
  const acknowledged = () => payments.emit('acknowledged');
  const staff = await staffOf(origin);
  const shoppers: Shopper[] = [];
  for (let i = 0; i < SHOPPERS; i += 1) {
    shoppers.push(await Shopper.arrive(origin, staff, random, acknowledged));
  }
  let closed = false;
  const shopping = Promise.all(shoppers.map((shopper) => shopper.shopUntil(() => closed)));
  // A client that gives up ends the run at once, with its reason.
  const killed = await Promise.race([killInTurns(payments), shopping.then(() => undefined)]);
  closed = true;
  await shopping;
  const report = await settle(shoppers.map(({ journal }) => journal));
  console.log(JSON.stringify({ seed, kills: killed, ...report }));
  return report.right ? 0 : 1;
}

async function killInTurns(payments: EventEmitter) {
  const counts = { app: 0, postgres: 0 };
  for (let i = 0; i < kills; i += 1) {
    await once(payments, 'acknowledged', { signal: AbortSignal.timeout(60_000) });
    await sleep(random() * CALM_MS);
    const victim = i % 2 === 0 ? 'app' : 'postgres';
    if (victim === 'app') killApp(port);
    else killPostgres(dataDir);
    counts[victim] += 1;
    progress(`${i + 1} of ${kills}: killed ${victim}`);
  }
  await once(payments, 'acknowledged', { signal: AbortSignal.timeout(60_000) });
  return counts;
}

/** Reads the books once everything is quiet, and compares them with what the clients know. */
async function settle(journals: readonly Journal[]) {
  const url = readRunning(dataDir)?.databaseUrl;
  if (!url) throw new Error('the app is gone');
  const pool = createPool(url, 2);
  try {
    const verdicts: Verdict[] = [];
    for (const journal of journals) {
      verdicts.push(judge(journal, await readBooks(pool, journal.shopperId)));
    }
    const ledger = await verifyLedger(pool);
    const named = (kind: keyof Verdict) => verdicts.flatMap((verdict) => verdict[kind]);
    for (const name of [...named('lost'), ...named('doubled'), ...named('half')]) progress(name);
    if (ledger.fault) progress(ledger.fault);
    const [lost, doubled, half] = [named('lost'), named('doubled'), named('half')];
    const entries = journals.flatMap((journal) => journal.entries);
    return {
      acknowledged: entries.length,
      payments: entries.filter(({ kind }) => kind === 'payment').length,
      retried: journals.reduce((sum, { retried }) => sum + retried, 0),
      lost: lost.length,
      doubled: doubled.length,
      half: half.length,
      ledger: ledger.fault ?? 'right',
      right: lost.length + doubled.length + half.length === 0 && ledger.fault === undefined,
    };
  } finally {
    await pool.end();
  }
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A small generator with a seed, so that a run can be tried again. */
function mulberry32(state: number): () => number {
  let a = state >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
