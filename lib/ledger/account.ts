import { v5 as uuidV5 } from 'uuid';
import type { CurrencyCode } from '@/lib/money/currency';
import { minor, type Minor } from '@/lib/money/money';

/**
 * What an account is for. Every account counts debits (out) and credits (in); what may not be
 * overdrawn is said by its flags.
 *
 * - `wallet`: a shopper's money
 * - `merchant`: what a merchant has earned; holds on the way to it are its pending credits
 * - `escrow`: captured money of one merchant's online orders, until the goods have arrived
 * - `fees`: what the platform has earned
 * - `bank`: the world outside; money enters and leaves the books through it, so it may go below zero
 */
export const ACCOUNT_KINDS = ['wallet', 'merchant', 'escrow', 'fees', 'bank'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Whose account it is; the house's own have no owner. */
export type AccountPurpose =
  | {
      readonly kind: 'wallet' | 'merchant' | 'escrow';
      readonly ownerId: string;
      readonly currency: CurrencyCode;
    }
  | { readonly kind: 'fees' | 'bank'; readonly currency: CurrencyCode };

export interface AccountFlags {
  /** Nobody may take out more than came in: pending debits count. */
  readonly debitsMustNotExceedCredits: boolean;
  readonly creditsMustNotExceedDebits: boolean;
}

export interface Balances {
  readonly debitsPending: Minor;
  readonly debitsPosted: Minor;
  readonly creditsPending: Minor;
  readonly creditsPosted: Minor;
}

export type Account = { readonly id: string; readonly purpose: AccountPurpose } & AccountFlags &
  Balances;

/** A UUID of our own, the name space of account ids. Never change it: ids are derived from it. */
const ACCOUNT_NAMESPACE = '5b1c7b0e-3c0f-4d57-9a55-1d1f2c0e9a48';

/**
 * An account's id follows from its purpose (RFC 9562, version 5), so that what a payment posts can
 * be computed without asking the database, and opening one twice opens one.
 */
export function accountId(purpose: AccountPurpose): string {
  const owner = 'ownerId' in purpose ? purpose.ownerId : 'house';
  return uuidV5(`${purpose.kind}/${owner}/${purpose.currency}`, ACCOUNT_NAMESPACE);
}

/** Only the outside world may owe us. */
export function flagsOf(kind: AccountKind): AccountFlags {
  return { debitsMustNotExceedCredits: kind !== 'bank', creditsMustNotExceedDebits: false };
}

/** What the owner may spend now: posted, less what is held. Below zero only for `bank`. */
export function availableBalance(balances: Balances): Minor {
  return minor(balances.creditsPosted - balances.debitsPosted - balances.debitsPending);
}

/** What is on its way in. */
export function incomingBalance({ creditsPending }: Balances): Minor {
  return creditsPending;
}
