import { v5 as uuidV5 } from 'uuid';
import { minor, money, type Minor } from '@/lib/money/money';
import type { Account, AccountFlags, Balances } from './account';
import type { ResultCode } from './result';
import type { PendingTransfer, PostedTransfer, Transfer, TransferGroup } from './transfer';

/** What every implementation of the ledger must be able to do: SQL's, and the one in memory. */
export interface LedgerUnderTest {
  readonly open: (accounts: readonly AccountUnderTest[]) => Promise<void>;
  readonly post: (groups: readonly TransferGroup[], now: Date) => Promise<ResultCode[][]>;
  readonly balances: (accountId: string) => Promise<Balances>;
}

export type AccountUnderTest = Pick<Account, 'id' | 'purpose'> & AccountFlags;

/** One call, and what it must answer. */
export interface Step {
  /** Seconds since the scenario began. */
  readonly at?: number;
  readonly groups: readonly TransferGroup[];
  readonly codes: readonly (readonly ResultCode[])[];
}

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Of wallet and shop, as [debitsPending, debitsPosted, creditsPending, creditsPosted]. */
  readonly wallet: readonly number[];
  readonly shop: readonly number[];
}

const START = Date.parse('2026-11-22T12:00:00Z');
export const timeOf = (seconds: number) => new Date(START + seconds * 1000);

const NAMESPACE = 'a0f1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b';
/** Ids that differ from run to run, so that many runs fit into one database. */
export const idIn = (run: string, name: string | number) => uuidV5(`${run}/${name}`, NAMESPACE);

const NO_FLAGS = { debitsMustNotExceedCredits: false, creditsMustNotExceedDebits: false };
const COVERED = { ...NO_FLAGS, debitsMustNotExceedCredits: true };

/** The cast: `bank` may owe, `wallet` and `shop` may not, `vault` may not take in more than it gave. */
export function castOf(run: string): Record<CastName, AccountUnderTest> {
  const account = (name: CastName, flags: AccountFlags, currency: 'CNY' | 'EUR' = 'CNY') => ({
    id: idIn(run, name),
    purpose: { kind: 'wallet' as const, ownerId: idIn(run, `${name}'s owner`), currency },
    ...flags,
  });
  return {
    bank: account('bank', NO_FLAGS),
    wallet: account('wallet', COVERED),
    shop: account('shop', COVERED),
    vault: account('vault', { ...NO_FLAGS, creditsMustNotExceedDebits: true }),
    euros: account('euros', COVERED, 'EUR'),
  };
}
export type CastName = 'bank' | 'wallet' | 'shop' | 'vault' | 'euros';

export function balancesOf(list: readonly number[]): Balances {
  const [debitsPending = 0, debitsPosted = 0, creditsPending = 0, creditsPosted = 0] = list;
  return {
    debitsPending: minor(debitsPending),
    debitsPosted: minor(debitsPosted),
    creditsPending: minor(creditsPending),
    creditsPosted: minor(creditsPosted),
  };
}

type Sum = number | Minor;

/** Short words for the acts that the scenarios are made of; a transfer is named, its id follows. */
export interface Acts {
  readonly id: (name: string) => string;
  readonly pay: (name: string, from: CastName, to: CastName, amount: Sum) => PostedTransfer;
  readonly hold: (name: string, from: CastName, to: CastName, amount: Sum) => PendingTransfer;
  readonly timed: (timeoutSeconds: number, hold: PendingTransfer) => PendingTransfer;
  readonly take: (name: string, hold: string, amount?: Sum) => Transfer;
  readonly drop: (name: string, hold: string, kind?: 'void' | 'expire') => Transfer;
  /** A step of one transfer alone. */
  readonly one: (transfer: Transfer, code: ResultCode, at?: number) => Step;
}

export function actsIn(run: string): Acts {
  const cast = castOf(run);
  const id = (name: string) => idIn(run, name);
  const between = (name: string, from: CastName, to: CastName, amount: Sum) => ({
    id: id(name),
    code: 'correction' as const,
    debitAccountId: cast[from].id,
    creditAccountId: cast[to].id,
    amount: money(amount, 'CNY'),
  });
  return {
    id,
    pay: (...args) => ({ kind: 'posted', ...between(...args) }),
    hold: (...args) => ({ kind: 'pending', ...between(...args) }),
    timed: (timeoutSeconds, hold) => ({ ...hold, timeoutSeconds }),
    take: (name, hold, amount) => ({
      kind: 'post',
      id: id(name),
      code: 'capture',
      pendingId: id(hold),
      ...(amount !== undefined && { amount: minor(amount) }),
    }),
    drop: (name, hold, kind = 'void') => ({ kind, id: id(name), code: kind, pendingId: id(hold) }),
    one: (transfer, code, at = 0) => ({ at, groups: [[transfer]], codes: [[code]] }),
  };
}
