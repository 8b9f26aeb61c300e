import { performance } from 'node:perf_hooks';
import { v7 as uuidV7 } from 'uuid';
import { authorize } from '@/lib/ledger/postings';
import { money } from '@/lib/money/money';
import { postGroup } from '@/lib/server/db/ledger-store';
import { createPool } from '@/lib/server/db/pool';
import type { Queryable } from '@/lib/server/db/queryable';
import { walletId } from './accounts';

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Between how many wallets. */
  readonly accounts: number;
  readonly seconds: number;
}

/** What one turn of a load did. */
export interface Turn {
  readonly latenciesMs: readonly number[];
  /** While it ran, connecting not counted. */
  readonly seconds: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const HOLD_SECONDS = 900;

/** Authorizations through the app's own store, one after the other on each connection. */
export async function loadStore({ url, connections, accounts, seconds }: Load): Promise<Turn> {
  const pool = createPool(url, connections);
  try {
    // Connections and plans, as pgbench has them before it counts.
    await Promise.all(Array.from({ length: connections }, () => authorizeOnce(pool, accounts)));
    const latenciesMs: number[] = [];
    const startedMs = performance.now();
    const untilMs = startedMs + seconds * 1000;
    const work = async (): Promise<void> => {
      while (performance.now() < untilMs) latenciesMs.push(await authorizeOnce(pool, accounts));
    };
    await Promise.all(Array.from({ length: connections }, work));
    return { latenciesMs, seconds: (performance.now() - startedMs) / 1000 };
  } finally {
    await pool.end();
  }
}

/** @returns how long it took, in ms */
async function authorizeOnce(db: Queryable, accounts: number): Promise<number> {
  const from = Math.floor(Math.random() * accounts);
  const to = (from + 1 + Math.floor(Math.random() * (accounts - 1))) % accounts;
  const amount = money(1 + Math.floor(Math.random() * 10_000), 'CNY');
  const act = { id: uuidV7(), referenceId: uuidV7() };
  const startedMs = performance.now();
  const between = { from: walletId(from), to: walletId(to), amount };
  const codes = await postGroup(db, authorize(act, between, HOLD_SECONDS));
  if (codes[0] !== 'ok') throw new Error(`the ledger answered ${codes.join()}`);
  return performance.now() - startedMs;
}

export function measured(turns: readonly Turn[]): Measured {
  const latenciesMs = turns.flatMap((turn) => turn.latenciesMs).sort((a, b) => a - b);
  const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0);
  const at = (part: number) => latenciesMs[Math.floor(part * latenciesMs.length)] ?? NaN;
  return { perSecond: latenciesMs.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
