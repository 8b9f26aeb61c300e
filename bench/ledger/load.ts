import { performance } from 'node:perf_hooks';
import { v7 as uuidV7 } from 'uuid';
import { authorize } from '@/lib/ledger/postings';
import { money } from '@/lib/money/money';
import { postGroup } from '@/lib/server/db/ledger-store';
import { createPool } from '@/lib/server/db/pool';
import { walletId } from './accounts';

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Between how many wallets. */
  readonly accounts: number;
  readonly seconds: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const HOLD_SECONDS = 900;

/** Authorizations through the app's own store, one after the other on each connection. */
export async function loadStore({ url, connections, accounts, seconds }: Load): Promise<Measured> {
  const pool = createPool(url, connections);
  try {
    const latenciesMs: number[] = [];
    const work = async (untilMs: number): Promise<void> => {
      while (performance.now() < untilMs) {
        const from = Math.floor(Math.random() * accounts);
        const to = (from + 1 + Math.floor(Math.random() * (accounts - 1))) % accounts;
        const startedMs = performance.now();
        const codes = await postGroup(
          pool,
          authorize(
            { id: uuidV7(), referenceId: uuidV7() },
            {
              from: walletId(from),
              to: walletId(to),
              amount: money(1 + Math.floor(Math.random() * 10_000), 'CNY'),
            },
            HOLD_SECONDS,
          ),
        );
        if (codes[0] !== 'ok') throw new Error(`the ledger answered ${codes.join()}`);
        latenciesMs.push(performance.now() - startedMs);
      }
    };
    const all = (forSeconds: number) => {
      const untilMs = performance.now() + forSeconds * 1000;
      return Promise.all(Array.from({ length: connections }, () => work(untilMs)));
    };
    await all(Math.min(1, seconds / 4)); // connections, plans, JIT
    latenciesMs.length = 0;
    const startedMs = performance.now();
    await all(seconds);
    return measured(latenciesMs, (performance.now() - startedMs) / 1000);
  } finally {
    await pool.end();
  }
}

/** @requires at least one latency */
export function measured(latenciesMs: number[], seconds: number): Measured {
  latenciesMs.sort((a, b) => a - b);
  const at = (part: number) =>
    latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(part * latenciesMs.length))] ?? NaN;
  return { perSecond: latenciesMs.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
