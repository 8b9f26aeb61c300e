import { minor, type Minor, type Money } from '@/lib/money/money';
import type { Transfer, TransferGroup } from './transfer';

/** Gives a fresh id (UUIDv7) or, for a retry, the one that was kept. */
export interface Act {
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
export function topUp(act: Act, between: Between): TransferGroup {
  return [posted(act, 'top-up', between)];
}

/** Earned money goes out to the sandbox bank: `from` merchant, `to` bank. */
export function payout(act: Act, between: Between): TransferGroup {
  return [posted(act, 'payout', between)];
}

/**
 * Holds the payer's money for the payee: `from` wallet, `to` the merchant, or to the merchant's
 * escrow for an order that has to be delivered.
 */
export function authorize(act: Act, between: Between, timeoutSeconds: number): TransferGroup {
  return [
    {
      kind: 'pending',
      id: act.id,
      code: 'authorize',
      referenceId: act.referenceId,
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
 * taken yet: it is due when the money is released.
 */
export function capture(act: Act, holdId: string, amount?: Minor, fee?: Fee): TransferGroup {
  const taken: Transfer = {
    kind: 'post',
    id: act.id,
    code: 'capture',
    referenceId: act.referenceId,
    pendingId: holdId,
    ...(amount !== undefined && { amount }),
  };
  return [taken, ...feeTransfers(act, fee)];
}

/** Gives the hold back. */
export function voidHold(act: Act, holdId: string): TransferGroup {
  return [
    { kind: 'void', id: act.id, code: 'void', referenceId: act.referenceId, pendingId: holdId },
  ];
}

/** Records that a hold's time is over. The ledger's own job does it for every hold. */
export function expireHold(act: Act, holdId: string): TransferGroup {
  return [
    { kind: 'expire', id: act.id, code: 'expire', referenceId: act.referenceId, pendingId: holdId },
  ];
}

/** Pays out of escrow to the merchant, and the fee from the merchant to the platform. */
export function release(act: Act, between: Between, fee?: Fee): TransferGroup {
  return [posted(act, 'release', between), ...feeTransfers(act, fee)];
}

/**
 * Gives money back to the payer, `from` the merchant or the escrow, and first the fee's part to
 * the merchant, who could otherwise lack just that much.
 *
 * @requires feeBack goes `from` the platform's fees `to` the merchant
 */
export function refund(act: Act, between: Between, feeBack?: Fee): TransferGroup {
  const back = posted(act, 'refund', between);
  if (!feeBack || feeBack.amount.amount === minor(0)) return [back];
  return [posted({ ...act, id: feeBack.id }, 'fee-refund', feeBack), back];
}

/** A fee that rounds to nothing leaves no transfer: the ledger moves at least one minor unit. */
function feeTransfers(act: Act, fee: Fee | undefined): Transfer[] {
  if (!fee || fee.amount.amount === minor(0)) return [];
  return [posted({ ...act, id: fee.id }, 'fee', fee)];
}

function posted(act: Act, code: Transfer['code'], between: Between): Transfer {
  return {
    kind: 'posted',
    id: act.id,
    code,
    referenceId: act.referenceId,
    ...accountsOf(between),
  };
}

function accountsOf({ from, to, amount }: Between) {
  return { debitAccountId: from, creditAccountId: to, amount };
}
