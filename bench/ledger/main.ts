import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@/bin/postgres/embedded-postgres';
import { verifyLedger } from '@/lib/server/db/ledger-verify';
import { migrate } from '@/bin/postgres/migrate';
import { createPool } from '@/lib/server/db/pool';
import { ACCOUNTS, openWallets } from './accounts';
import { fillTransfers } from './fill';
import { loadStore, measured, type Load, type Measured, type Turn } from './load';
import { findPgbench, loadPgbench } from './pgbench';

const HOT_ACCOUNTS = 10;
const CONNECTIONS = [1, 8, 32];
const WARM_UP_SECONDS = 15;
/** Slices of each measurement; pgbench counts whole seconds. */
const TURNS = 2;
/** Odd, so that there is a middle one. */
const PAIRS = 9;

type Pool = ReturnType<typeof createPool>;
type Say = (text: string) => void;

interface Row {
  readonly transfersBefore: number;
  readonly accounts: number;
  readonly connections: number;
  readonly store: Measured;
  readonly pgbench: Measured | undefined;
  /** Store's rate over pgbench's. */
  readonly ratio: number | undefined;
}

/**
 * Authorizations per second through the app's own store, beside pgbench calling the same function,
 * on a small table and on one with `--transfers` rows. fsync is on.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '6' },
      transfers: { type: 'string', default: '5000000' },
    },
  });
  const seconds = Number(values.seconds);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const pgbench = findPgbench();
  if (!pgbench) say('pgbench is not installed: no peer to compare with.');

  const dataDir = mkdtempSync(join(tmpdir(), 'smile-bench-'));
  const server = await startPostgres({ dataDir });
  const pool = createPool(server.url, 2);
  try {
    await migrate(server.url);
    say(`Opening ${ACCOUNTS} wallets.`);
    await openWallets(pool);
    const small = await measureAll(server.url, 0, seconds, pgbench, say);
    say(`Filling in ${values.transfers} transfers.`);
    await fillTransfers(pool, Number(values.transfers));
    const large = await measureAll(server.url, Number(values.transfers), seconds, pgbench, say);
    say('Comparing the full table with an empty one, by turns.');
    const flat = await compareSizes(server.url, pool, seconds / 2, say);
    say('Verifying the ledger.');
    const startedMs = performance.now();
    const report = await verifyLedger(pool);
    const verify = { ...report, seconds: (performance.now() - startedMs) / 1000 };
    const result = { rows: [...small, ...large], bars: { ...barsOf(small, large), flat }, verify };
    console.log(values.json ? JSON.stringify(result, null, 2) : asTable(result));
    if (report.fault) process.exitCode = 1;
  } finally {
    await pool.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureAll(
  url: string,
  transfersBefore: number,
  seconds: number,
  pgbench: string | undefined,
  say: (text: string) => void,
): Promise<Row[]> {
  // After a checkpoint the first touch of each page is dear, and every wallet has pages of its own.
  await loadStore({ url, connections: 8, accounts: ACCOUNTS, seconds: WARM_UP_SECONDS });
  const rows: Row[] = [];
  for (const accounts of [ACCOUNTS, HOT_ACCOUNTS]) {
    for (const connections of CONNECTIONS) {
      const rates = await compare({ url, connections, accounts, seconds }, pgbench);
      const row = { transfersBefore, accounts, connections, ...rates };
      rows.push(row);
      say(line(row));
    }
  }
  return rows;
}

/** By turns, so that a noisy neighbour troubles both. */
async function compare(load: Load, pgbench: string | undefined) {
  const ours: Turn[] = [];
  const theirs: Turn[] = [];
  const turn = { ...load, seconds: load.seconds / TURNS };
  for (let i = 0; i < TURNS; i += 1) {
    ours.push(await loadStore(turn));
    if (pgbench) theirs.push(await loadPgbench(pgbench, turn));
  }
  const store = measured(ours);
  const peer = pgbench ? measured(theirs) : undefined;
  return { store, pgbench: peer, ratio: peer && store.perSecond / peer.perSecond };
}

/** At 8 connections over all accounts: ≥ 0.5 of pgbench, and a full table ≥ 0.8 of an empty one. */
function barsOf(small: readonly Row[], large: readonly Row[]) {
  const at8 = (rows: readonly Row[]) =>
    rows.find((row) => row.connections === 8 && row.accounts === ACCOUNTS);
  const before = at8(small)?.store.perSecond ?? NaN;
  const after = at8(large)?.store.perSecond ?? NaN;
  const peers = [at8(small)?.pgbench, at8(large)?.pgbench];
  return {
    ratioToPgbench: at8(small)?.ratio,
    storeLargeOverSmall: after / before,
    pgbenchLargeOverSmall: (peers[1]?.perSecond ?? NaN) / (peers[0]?.perSecond ?? NaN),
  };
}

/**
 * The full table and an empty one in the same cluster, in turns of a few seconds at 8 connections:
 * minutes apart they would measure the machine's mood. The first of each pair alternates.
 *
 * @returns the ratios full / empty of the pairs, and their median
 */
async function compareSizes(fullUrl: string, pool: Pool, seconds: number, say: Say) {
  const empty = new URL(fullUrl);
  empty.pathname = '/smile_empty';
  await pool.query('CREATE DATABASE smile_empty');
  await migrate(empty.href);
  const emptyPool = createPool(empty.href, 2);
  await openWallets(emptyPool);
  await emptyPool.end();
  const at = (url: string) => ({ url, connections: 8, accounts: ACCOUNTS, seconds });
  await loadStore({ ...at(empty.href), seconds: WARM_UP_SECONDS });
  const ratios: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const urls = pair % 2 === 0 ? [fullUrl, empty.href] : [empty.href, fullUrl];
    const rates = new Map<string, number>();
    for (const url of urls) rates.set(url, measured([await loadStore(at(url))]).perSecond);
    const ratio = (rates.get(fullUrl) ?? NaN) / (rates.get(empty.href) ?? NaN);
    ratios.push(ratio);
    say(`pair ${pair + 1}: full / empty ${ratio.toFixed(2)}`);
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(PAIRS / 2)];
  return { median, ratios };
}

function line(row: Row): string {
  const show = ({ perSecond, p50Ms, p99Ms }: Measured) =>
    `${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50Ms.toFixed(2)} ms  p99 ${p99Ms.toFixed(2)} ms`;
  const peer = row.pgbench ? `| pgbench ${show(row.pgbench)} | ratio ${row.ratio?.toFixed(2)}` : '';
  return `${row.transfersBefore} transfers, ${row.accounts} accounts, ${row.connections} connections: ${show(row.store)} ${peer}`;
}

function asTable({ rows, bars, verify }: { rows: Row[]; bars: object; verify: object }): string {
  return [...rows.map(line), JSON.stringify(bars), JSON.stringify(verify)].join('\n');
}

await main();
