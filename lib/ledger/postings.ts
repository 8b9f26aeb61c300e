import { minor, type Minor, type Money } from '@/lib/money/money';
import type { Transfer, TransferGroup } from './transfer';

/** What a posting is known by. */
export interface Posting {
  /** A fresh one (UUIDv7) or, for a retry, the one that was kept; that of its first transfer. */
  readonly id: string;
  /** The payment, the top-up, the payout that this belongs to. */
  readonly referenceId: string;
}

export interface Between {
  readonly from: string;
  readonly to: string;
  readonly amount: Money;
}

/** Money comes in from the sandbox bank: `from` bank, `to` wallet. */
export function topUp(posting: Posting, between: Between): TransferGroup {
  return [posted(posting, 'top-up', between)];
}

/** Earned money goes out to the sandbox bank: `from` merchant, `to` bank. */
export function payout(posting: Posting, between: Between): TransferGroup {
  return [posted(posting, 'payout', between)];
}

/**
 * Holds the payer's money for the payee: `from` wallet, `to` the merchant, or to the merchant's
 * escrow for an order that has to be delivered.
 */
export function authorize(
  posting: Posting,
  between: Between,
  timeoutSeconds: number,
): TransferGroup {
  return [
    {
      kind: 'pending',
      id: posting.id,
      code: 'authorize',
      referenceId: posting.referenceId,
      timeoutSeconds,
      ...accountsOf(between),
    },
  ];
}

/** A fee that is taken in the same step: `from` whoever just received the money. */
export interface Fee extends Between {
  readonly id: string;
}

/**
 * Takes the hold, whole or `amount` of it; the rest is free again at once. Into an escrow no fee is
 * taken yet: it is due when the escrow is released.
 */
export function capture(
  posting: Posting,
  holdId: string,
  amount?: Minor,
  fee?: Fee,
): TransferGroup {
  const taken: Transfer = {
    kind: 'post',
    id: posting.id,
    code: 'capture',
    referenceId: posting.referenceId,
    pendingId: holdId,
    ...(amount !== undefined && { amount }),
  };
  return [taken, ...feeTransfers(posting, fee)];
}

/** Voids the hold: the payer has the money back. */
export function voidHold(posting: Posting, holdId: string): TransferGroup {
  return [
    {
      kind: 'void',
      id: posting.id,
      code: 'void',
      referenceId: posting.referenceId,
      pendingId: holdId,
    },
  ];
}

/** Records that a hold's time is over. The ledger's own job does it for every hold. */
export function expireHold(posting: Posting, holdId: string): TransferGroup {
  return [
    {
      kind: 'expire',
      id: posting.id,
      code: 'expire',
      referenceId: posting.referenceId,
      pendingId: holdId,
    },
  ];
}

/** Pays out of escrow to the merchant, and the fee from the merchant to the platform. */
export function release(posting: Posting, between: Between, fee?: Fee): TransferGroup {
  return [posted(posting, 'release', between), ...feeTransfers(posting, fee)];
}

/**
 * Gives money back to the payer, `from` the merchant or the escrow, and first the fee's part to
 * the merchant, who could otherwise lack just that much.
 *
 * @requires feeBack goes `from` the platform's fees `to` the merchant
 */
export function refund(posting: Posting, between: Between, feeBack?: Fee): TransferGroup {
  const back = posted(posting, 'refund', between);
  if (!feeBack || feeBack.amount.amount === minor(0)) return [back];
  return [posted({ ...posting, id: feeBack.id }, 'fee-refund', feeBack), back];
}

/** A fee that rounds to nothing leaves no transfer: the ledger moves at least one minor unit. */
function feeTransfers(posting: Posting, fee: Fee | undefined): Transfer[] {
  if (!fee || fee.amount.amount === minor(0)) return [];
  return [posted({ ...posting, id: fee.id }, 'fee', fee)];
}

function posted(posting: Posting, code: Transfer['code'], between: Between): Transfer {
  return {
    kind: 'posted',
    id: posting.id,
    code,
    referenceId: posting.referenceId,
    ...accountsOf(between),
  };
}

function accountsOf({ from, to, amount }: Between) {
  return { debitAccountId: from, creditAccountId: to, amount };
}
