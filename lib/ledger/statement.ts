import { minor, type Minor } from '@/lib/money/money';
import type { TransferCode } from './transfer';

/** A posted transfer that touches one of the merchant's two accounts, or both. */
export interface StatementEntry {
  readonly id: string;
  readonly code: TransferCode;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: Minor;
  /** The payment, or for a payout the payout. */
  readonly referenceId: string | null;
  readonly at: Date;
}

/** What the merchant may dispose of, and what waits for goods to arrive; minor units. */
export interface Holdings {
  readonly balance: Minor;
  readonly escrow: Minor;
}

export type StatementLine = Pick<StatementEntry, 'id' | 'code' | 'referenceId' | 'at'> & Holdings;

export interface StatementTotal extends Holdings {
  readonly code: TransferCode;
  readonly count: number;
}

export interface Statement {
  readonly opening: Holdings;
  readonly lines: readonly StatementLine[];
  readonly totals: readonly StatementTotal[];
  readonly closing: Holdings;
}

/**
 * A merchant's statement over some time.
 *
 * @param entries the posted transfers of that time, in their order
 * @ensures opening + the sum of the lines = opening + the sum of the totals = closing
 */
export function statementOf(
  accounts: { readonly merchant: string; readonly escrow: string },
  opening: Holdings,
  entries: readonly StatementEntry[],
): Statement {
  const lines = entries.map(({ debitAccountId, creditAccountId, amount, ...entry }) => {
    const changeOf = (account: string) =>
      (creditAccountId === account ? amount : 0n) - (debitAccountId === account ? amount : 0n);
    const balance = minor(changeOf(accounts.merchant));
    const escrow = minor(changeOf(accounts.escrow));
    return {
      id: entry.id,
      code: entry.code,
      referenceId: entry.referenceId,
      at: entry.at,
      balance,
      escrow,
    };
  });
  return { opening, lines, totals: totalsOf(lines), closing: sumOf([opening, ...lines]) };
}

function totalsOf(lines: readonly StatementLine[]): readonly StatementTotal[] {
  const codes = [...new Set(lines.map(({ code }) => code))];
  return codes.map((code) => {
    const same = lines.filter((line) => line.code === code);
    return { code, count: same.length, ...sumOf(same) };
  });
}

function sumOf(parts: readonly Holdings[]): Holdings {
  return {
    balance: minor(parts.reduce((sum, { balance }) => sum + balance, 0n)),
    escrow: minor(parts.reduce((sum, { escrow }) => sum + escrow, 0n)),
  };
}
