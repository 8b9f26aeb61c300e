import { CHAIN_START, chainHash, type ChainRow } from './chain';

/** An account's row, as it stands in the books. */
export interface AccountRow {
  readonly id: string;
  readonly currency: string;
  readonly debitsPending: bigint;
  readonly debitsPosted: bigint;
  readonly creditsPending: bigint;
  readonly creditsPosted: bigint;
  /** How many transfers touched it, on either side. */
  readonly transfers: bigint;
  readonly chainHead: Uint8Array;
}

export interface TransferRow extends ChainRow {
  readonly hash: Uint8Array;
}

/** What the transfers alone say about an account. */
type Tally = { -readonly [K in Exclude<keyof AccountRow, 'id' | 'currency'>]: AccountRow[K] } & {
  /** Of 1, 2, 3 … n it is n(n+1)/2: a row that is missing in between shows. */
  positionSum: bigint;
};

const BALANCES = ['debitsPending', 'debitsPosted', 'creditsPending', 'creditsPosted'] as const;

/**
 * Counts the books anew. Every method returns the first fault that it sees, in words that name the
 * row, or undefined.
 *
 * @requires `enter` in the order of debit account and debit position: a hold before its end
 */
export class Recount {
  private readonly tallies = new Map<string, Tally>();
  /** Pending transfers without an end so far, with what they hold. */
  private readonly holds = new Map<string, bigint>();

  constructor(private readonly accounts: ReadonlyMap<string, AccountRow>) {
    for (const id of accounts.keys()) this.tallies.set(id, emptyTally());
  }

  enter(row: TransferRow): string | undefined {
    const debit = this.tallies.get(row.debitAccountId);
    const credit = this.tallies.get(row.creditAccountId);
    if (!debit || !credit) return `transfer ${row.id}: one of its accounts does not exist`;
    const hash = chainHash(debit.chainHead, row);
    if (!hash.equals(row.hash)) {
      return `transfer ${row.id}: its hash does not fit its content and the transfer before it`;
    }
    if (
      [row.debitAccountId, row.creditAccountId].some((id) => this.currencyOf(id) !== row.currency)
    ) {
      return `transfer ${row.id}: it is in ${row.currency}, an account is not`;
    }
    const held = this.endHold(row);
    if (held === undefined)
      return `transfer ${row.id}: it ends hold ${row.pendingId}, which is not open`;

    const amount = BigInt(row.amount);
    if (row.kind === 'pending') this.holds.set(row.id, amount);
    const pending = row.kind === 'pending' ? amount : -held;
    const posted = row.kind === 'posted' || row.kind === 'post' ? amount : 0n;
    debit.chainHead = hash;
    debit.debitsPending += pending;
    debit.debitsPosted += posted;
    credit.creditsPending += pending;
    credit.creditsPosted += posted;
    place(debit, row.debitPosition);
    place(credit, row.creditPosition);
    return undefined;
  }

  /** After the last transfer: do the accounts say the same? */
  compareAccounts(): string | undefined {
    for (const account of this.accounts.values()) {
      const tally = this.tallies.get(account.id) ?? emptyTally();
      for (const name of [...BALANCES, 'transfers'] as const) {
        if (account[name] !== tally[name]) {
          return `account ${account.id}: ${name} is ${account[name]}, its transfers make ${tally[name]}`;
        }
      }
      const expectedSum = (tally.transfers * (tally.transfers + 1n)) / 2n;
      if (tally.positionSum !== expectedSum) {
        return `account ${account.id}: a transfer is missing, the positions have a gap`;
      }
      if (Buffer.compare(account.chainHead, tally.chainHead) !== 0) {
        return `account ${account.id}: its last transfer is missing, the chain ends elsewhere`;
      }
    }
    return undefined;
  }

  /** @param open the pending transfers that the books list as open */
  compareHolds(open: ReadonlySet<string>): string | undefined {
    for (const id of this.holds.keys()) {
      if (!open.has(id)) return `hold ${id}: it is open, but not listed`;
    }
    for (const id of open) if (!this.holds.has(id)) return `hold ${id}: it is listed, but not open`;
    return undefined;
  }

  /** @returns what leaves the pending balances: 0 for a transfer that ends nothing */
  private endHold({ pendingId, amount }: TransferRow): bigint | undefined {
    if (pendingId === null) return 0n;
    const held = this.holds.get(pendingId);
    this.holds.delete(pendingId);
    return held !== undefined && BigInt(amount) <= held ? held : undefined;
  }

  private currencyOf(id: string): string | undefined {
    return this.accounts.get(id)?.currency;
  }
}

function emptyTally(): Tally {
  return {
    debitsPending: 0n,
    debitsPosted: 0n,
    creditsPending: 0n,
    creditsPosted: 0n,
    transfers: 0n,
    positionSum: 0n,
    chainHead: CHAIN_START,
  };
}

function place(tally: Tally, position: string): void {
  tally.transfers += 1n;
  tally.positionSum += BigInt(position);
}
