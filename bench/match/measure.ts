import type { Claim } from '@/lib/access/claim';
import { matchFaces } from '@/lib/server/recognition/match-faces';
import { findRegulars, findShopperByPhone } from '@/lib/server/db/shoppers-store';
import { REGULARS, STORE_ID } from './fill';
import { personOf, type Drawn } from './people';

export interface Spread {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Decisions extends Spread {
  readonly count: number;
  /** Of this process alone, the database's not among it: what a busy machine does not change much. */
  readonly cpuMs: number;
  /** Who was told to be who it was; drawn people say nothing of error rates (see people.ts). */
  readonly matched: number;
}

const REGULARS_MAX = 20;
const WARM_UP = 200;

/**
 * The whole decision, one after the other: finds whom the claim leaves, reads and opens their
 * templates, moves the probe, decides, and compares with the ten nearest of the one who was found.
 */
export async function measureDecisions(claim: Claim, people: number, count: number) {
  const times: number[] = [];
  let matched = 0;
  let cpu = process.cpuUsage();
  for (let turn = -WARM_UP; turn < count; turn++) {
    if (turn === 0) cpu = process.cpuUsage();
    const among = claim === 'last-four' ? REGULARS : people;
    const person = personOf(Math.floor(Math.random() * among));
    const startedMs = performance.now();
    const found = await decide(claim, person);
    const tookMs = performance.now() - startedMs;
    if (turn < 0) continue;
    times.push(tookMs);
    if (found === person.id) matched += 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = Math.round((user + system) / count) / 1000;
  return { ...spreadOf(times), count, cpuMs, matched } satisfies Decisions;
}

/** One decision, as the first of an instance that has just started. */
export async function decideOnce(people: number): Promise<void> {
  await decide('own-phone', personOf(Math.floor(people / 2)));
}

async function decide(claim: Claim, person: Drawn): Promise<string | undefined> {
  const { match } = await matchFaces(await leftBy(claim, person), claim, person.probe);
  return match.kind === 'accept' ? match.shopperId : undefined;
}

async function leftBy(claim: Claim, { id, phone }: Drawn): Promise<readonly string[]> {
  switch (claim) {
    case 'own-phone':
      return [id];
    case 'whole-number':
      return [(await findShopperByPhone(phone))?.id ?? ''];
    case 'last-four':
      return findRegulars(STORE_ID, phone.slice(-4), new Date(0), REGULARS_MAX + 1);
    default:
      return claim satisfies never;
  }
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).sort();
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  const rounded = (value: number | undefined) => Math.round((value ?? NaN) * 1000) / 1000;
  return { p50Ms: rounded(at(0.5)), p99Ms: rounded(at(0.99)) };
}
