import { MINOR_MAX, minor } from '@/lib/money/money';
import type { Account, AccountFlags, Balances } from './account';
import { isDone, type ResultCode } from './result';
import type { PendingTransfer, PostedTransfer, Transfer, TransferGroup } from './transfer';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Ending = Exclude<Transfer, PostedTransfer | PendingTransfer>;

/** A transfer in the books, with what it inherited from the hold that it ended. */
interface Entry {
  readonly transfer: Transfer;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly referenceId: string | undefined;
  readonly at: Date;
}

/**
 * The ledger's rules in memory, as plainly as they can be written: what the tests compare the SQL
 * function with. It is written from lib/ledger/result.ts, not from the SQL.
 */
export class ReferenceLedger {
  private accounts = new Map<string, Writable<Account>>();
  private entries = new Map<string, Entry>();
  /** Pending transfer → the transfer that ended it. */
  private endings = new Map<string, Entry>();

  open(account: Pick<Account, 'id' | 'purpose' | keyof AccountFlags>): void {
    const zero = minor(0);
    this.accounts.set(account.id, {
      ...account,
      debitsPending: zero,
      debitsPosted: zero,
      creditsPending: zero,
      creditsPosted: zero,
    });
  }

  balances(id: string): Balances | undefined {
    return this.accounts.get(id);
  }

  post(groups: readonly TransferGroup[], now: Date): ResultCode[][] {
    return groups.map((group) => this.postGroup(group, now));
  }

  private postGroup(group: TransferGroup, now: Date): ResultCode[] {
    const before = structuredClone([this.accounts, this.entries, this.endings] as const);
    const codes: ResultCode[] = [];
    for (const transfer of group) {
      const code = this.postOne(transfer, now);
      if (!isDone(code) && group.length > 1) {
        [this.accounts, this.entries, this.endings] = before;
        return group.map((other) => (other === transfer ? code : 'linked-failed'));
      }
      codes.push(code);
    }
    return codes;
  }

  private postOne(transfer: Transfer, now: Date): ResultCode {
    const entry = this.entryOf(transfer, now);
    const existing = this.entries.get(transfer.id);
    if (existing) return difference(entry, existing);
    const problem =
      'pendingId' in transfer
        ? this.problemOfEnding(transfer, entry, now)
        : this.problemBetween(transfer);
    if (problem) return problem;
    this.entries.set(transfer.id, entry);
    if ('pendingId' in transfer) this.endings.set(transfer.pendingId, entry);
    this.move(entry);
    return 'ok';
  }

  private entryOf(transfer: Transfer, at: Date): Entry {
    if (!('pendingId' in transfer)) {
      const { debitAccountId, creditAccountId, amount, referenceId } = transfer;
      const { currency } = amount;
      return {
        transfer,
        debitAccountId,
        creditAccountId,
        currency,
        amount: amount.amount,
        referenceId,
        at,
      };
    }
    const held = this.entries.get(transfer.pendingId);
    const given = transfer.kind === 'post' ? transfer.amount : undefined;
    return {
      transfer,
      debitAccountId: held?.debitAccountId ?? '',
      creditAccountId: held?.creditAccountId ?? '',
      currency: held?.currency ?? '',
      amount: given ?? held?.amount ?? 0n,
      referenceId: transfer.referenceId ?? held?.referenceId,
      at,
    };
  }

  private problemOfEnding(transfer: Ending, { amount }: Entry, now: Date): ResultCode | undefined {
    const held = this.entries.get(transfer.pendingId);
    if (transfer.kind === 'post' && transfer.amount !== undefined && !inRange(transfer.amount)) {
      return 'amount-out-of-range';
    }
    if (!held) return 'unknown-pending';
    if (held.transfer.kind !== 'pending') return 'not-pending';
    const ending = this.endings.get(transfer.pendingId)?.transfer.kind;
    if (ending === 'post') return 'pending-already-posted';
    if (ending === 'void') return 'pending-already-voided';
    if (ending === 'expire') return 'pending-expired';
    const { timeoutSeconds } = held.transfer;
    const due =
      timeoutSeconds !== undefined && held.at.getTime() + timeoutSeconds * 1000 <= now.getTime();
    if (transfer.kind === 'expire' && !due) return 'pending-not-expired';
    if (transfer.kind !== 'expire' && due) return 'pending-expired';
    return amount > held.amount ? 'over-pending-amount' : undefined;
  }

  private problemBetween(transfer: PostedTransfer | PendingTransfer): ResultCode | undefined {
    const { debitAccountId, creditAccountId, amount } = transfer;
    if (!inRange(amount.amount)) return 'amount-out-of-range';
    if (transfer.kind === 'pending' && transfer.timeoutSeconds !== undefined) {
      const { timeoutSeconds } = transfer;
      if (timeoutSeconds < 1 || timeoutSeconds > 2 ** 31 - 1) return 'timeout-out-of-range';
    }
    if (debitAccountId === creditAccountId) return 'same-account';
    const debit = this.accounts.get(debitAccountId);
    const credit = this.accounts.get(creditAccountId);
    if (!debit || !credit) return 'unknown-account';
    const currencies = [debit.purpose.currency, credit.purpose.currency];
    if (currencies.some((currency) => currency !== amount.currency)) return 'currency-mismatch';
    const debits = debit.debitsPending + debit.debitsPosted + amount.amount;
    const credits = credit.creditsPending + credit.creditsPosted + amount.amount;
    if (debits > MINOR_MAX || credits > MINOR_MAX) return 'balance-overflow';
    if (debit.debitsMustNotExceedCredits && debits > debit.creditsPosted)
      return 'insufficient-funds';
    if (credit.creditsMustNotExceedDebits && credits > credit.debitsPosted) return 'exceeds-debits';
    return undefined;
  }

  private move({ transfer, debitAccountId, creditAccountId, amount }: Entry): void {
    const held =
      'pendingId' in transfer ? (this.entries.get(transfer.pendingId)?.amount ?? 0n) : 0n;
    const pending = transfer.kind === 'pending' ? amount : -held;
    const posted = transfer.kind === 'posted' || transfer.kind === 'post' ? amount : 0n;
    const debit = this.accounts.get(debitAccountId);
    const credit = this.accounts.get(creditAccountId);
    if (!debit || !credit) throw new Error('moved between unknown accounts');
    debit.debitsPending = minor(debit.debitsPending + pending);
    debit.debitsPosted = minor(debit.debitsPosted + posted);
    credit.creditsPending = minor(credit.creditsPending + pending);
    credit.creditsPosted = minor(credit.creditsPosted + posted);
  }
}

const inRange = (amount: bigint) => amount >= 1n && amount <= MINOR_MAX;

/** What differs between a transfer and the one that has its id already. */
function difference(asked: Entry, existing: Entry): ResultCode {
  const of = ({ transfer: t }: Entry) => ({
    pendingId: 'pendingId' in t ? t.pendingId : undefined,
    timeout: t.kind === 'pending' ? t.timeoutSeconds : undefined,
  });
  if (asked.transfer.kind !== existing.transfer.kind) return 'exists-with-different-kind';
  if (of(asked).pendingId !== of(existing).pendingId) return 'exists-with-different-pending-id';
  if (of(asked).timeout !== of(existing).timeout) return 'exists-with-different-timeout';
  if (
    asked.debitAccountId !== existing.debitAccountId ||
    asked.creditAccountId !== existing.creditAccountId
  ) {
    return 'exists-with-different-accounts';
  }
  if (asked.currency !== existing.currency) return 'exists-with-different-currency';
  if (asked.amount !== existing.amount) return 'exists-with-different-amount';
  if (asked.referenceId !== existing.referenceId) return 'exists-with-different-reference';
  return asked.transfer.code === existing.transfer.code ? 'exists' : 'exists-with-different-code';
}
