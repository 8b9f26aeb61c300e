import type { Uuid } from '@/lib/ids/uuid';
import { feeChange } from '@/lib/ledger/fee';
import { refund, release, type Fee } from '@/lib/ledger/postings';
import type { TransferGroup } from '@/lib/ledger/transfer';
import { money, type Money } from '@/lib/money/money';
import { escrowOf, feesOf, merchantOf } from './accounts';
import type { Captured, DisputeReason } from './state';
import { splitRefund } from './captured';
import { changeOf, inOne, withOrder, type Change, type Moment, type Placed } from './change';
import type { Payment } from './payment';

/**
 * Part or all of it is given back: first what waits in escrow, then what the merchant has,
 * with the platform's fee on that part. The client's id makes a repeated tap harmless.
 */
export function refundPayment(
  payment: Payment,
  refundId: Uuid,
  amount: Money,
  moment: Moment,
): Change | undefined {
  const { state } = payment;
  if (state.kind !== 'captured') return undefined;
  const given = { transferId: refundId, amount, refundedAt: moment.at };
  // The event is judged first: amounts that do not fit never become transfers.
  const change = changeOf(payment, { kind: 'refund', refund: given }, []);
  return change && { ...change, transfers: refundTransfers(payment, state, given, moment) };
}

/** The shopper has the goods, or the time to object is over: the merchant is paid. */
export function releasePayment({ order, payment }: Placed, moment: Moment): Change | undefined {
  if (payment.state.kind !== 'captured') return undefined;
  const released = releasePart(payment, payment.state.escrow, moment);
  return withOrder(released, order, { kind: 'receive', at: moment.at });
}

/** Something is wrong with the goods: the money stays in escrow until it is settled. */
export function disputePayment(
  payment: Payment,
  reason: DisputeReason,
  { at }: Moment,
): Change | undefined {
  return changeOf(payment, { kind: 'dispute', dispute: { reason, openedAt: at } }, []);
}

/**
 * Settles a dispute: `toShopper` goes back, the rest of the escrow to the merchant.
 *
 * @returns undefined when nothing is disputed, or the escrow does not have that much
 */
export function resolveDispute(
  payment: Payment,
  toShopper: Money,
  moment: Moment,
): Change | undefined {
  const { state } = payment;
  if (state.kind !== 'captured' || !state.dispute) return undefined;
  const rest = state.escrow.amount - toShopper.amount;
  if (rest < 0n) return undefined;
  if (toShopper.amount === 0n) return releasePart(payment, state.escrow, moment);
  const refunded = refundPayment(payment, moment.newId(), toShopper, moment);
  if (!refunded || rest === 0n) return refunded;
  const toMerchant = money(rest, toShopper.currency);
  return inOne(refunded, releasePart(refunded.payment, toMerchant, moment));
}

function releasePart(payment: Payment, amount: Money, moment: Moment): Change | undefined {
  const { at, newId } = moment;
  const change = changeOf(payment, { kind: 'release', at, amount }, []);
  if (change?.payment.state.kind !== 'captured' || payment.state.kind !== 'captured') {
    return undefined;
  }
  const fee = feeBetween(payment, payment.state.earned, change.payment.state.earned, newId());
  const parties = { from: escrowOf(payment), to: merchantOf(payment) };
  const paid = release({ id: newId(), referenceId: payment.id }, { ...parties, amount }, fee);
  return { ...change, transfers: paid };
}

function refundTransfers(
  payment: Payment,
  state: Captured,
  { transferId, amount }: { readonly transferId: Uuid; readonly amount: Money },
  { newId }: Moment,
): TransferGroup {
  const { fromEscrow, fromMerchant } = splitRefund(state, amount);
  const to = state.payer.accountId;
  const act = (id: string) => ({ id, referenceId: payment.id });
  const escrowed =
    fromEscrow.amount > 0n
      ? refund(act(transferId), { from: escrowOf(payment), to, amount: fromEscrow })
      : [];
  if (fromMerchant.amount === 0n) return escrowed;
  const after = money(state.earned.amount - fromMerchant.amount, amount.currency);
  const feeBack = feeBetween(payment, after, state.earned, newId());
  const id = escrowed.length > 0 ? newId() : transferId;
  const earned = refund(
    act(id),
    { from: merchantOf(payment), to, amount: fromMerchant },
    { ...feeBack, from: feesOf(payment), to: merchantOf(payment) },
  );
  return [...escrowed, ...earned];
}

/** The fee that is due for `after`, less the one for `before`. @requires before ≤ after */
function feeBetween(payment: Payment, before: Money, after: Money, id: string): Fee {
  const fee = feeChange(before.amount, after.amount, payment.feeBasisPoints);
  const parties = { from: merchantOf(payment), to: feesOf(payment) };
  return { id, ...parties, amount: money(fee, after.currency) };
}
