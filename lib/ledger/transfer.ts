import type { Minor, Money } from '@/lib/money/money';

/** Why money moved. Printed on statements; at most 32 letters and hyphens. */
export const TRANSFER_CODES = [
  'top-up',
  'authorize',
  'capture',
  'void',
  'expire',
  'refund',
  'release',
  'fee',
  'fee-refund',
  'payout',
  'correction',
] as const;
export type TransferCode = (typeof TRANSFER_CODES)[number];

interface TransferBase {
  /** Made by the client, UUIDv7: the same id never posts twice. */
  readonly id: string;
  readonly code: TransferCode;
  /** What it is for, e.g. the payment. A transfer that ends a hold inherits the hold's. */
  readonly referenceId?: string;
}

interface BetweenAccounts {
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  /** @requires 1 … 2⁶³−1 in the currency of both accounts */
  readonly amount: Money;
}

/** Moves money at once. */
export type PostedTransfer = { readonly kind: 'posted' } & TransferBase & BetweenAccounts;

/** Holds money, until it is posted, voided, or (with a timeout) expires. */
export type PendingTransfer = {
  readonly kind: 'pending';
  readonly timeoutSeconds?: number;
} & TransferBase &
  BetweenAccounts;

/** Takes the held money, or the part `amount` of it: the rest is the payer's again. */
export type PostTransfer = {
  readonly kind: 'post';
  readonly pendingId: string;
  readonly amount?: Minor;
} & TransferBase;

/** Gives the held money back. `expire` only after the hold's time, `void` only before. */
export type HoldEndTransfer = {
  readonly kind: 'void' | 'expire';
  readonly pendingId: string;
} & TransferBase;

/** What a client asks the ledger to do. */
export type Transfer = PostedTransfer | PendingTransfer | PostTransfer | HoldEndTransfer;

/** Transfers that stand or fall together. */
export type TransferGroup = readonly Transfer[];
