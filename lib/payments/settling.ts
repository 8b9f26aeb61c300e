import type { Uuid } from '@/lib/ids/uuid';
import { feeChange } from '@/lib/ledger/fee';
import { refund, release, type Fee } from '@/lib/ledger/postings';
import type { TransferGroup } from '@/lib/ledger/transfer';
import { money, type Money } from '@/lib/money/money';
import { andThen, done, refused } from '@/lib/result';
import { escrowOf, feesOf, merchantOf } from './accounts';
import { splitRefund } from './captured';
import {
  changeOf,
  inOne,
  withOrder,
  type Moment,
  type PaymentWithOrder,
  type Planned,
} from './change';
import { voidPayment } from './holding';
import type { Payment } from './payment';
import type { Captured, DisputeReason } from './state';

/**
 * Part or all of it is given back: first what waits in escrow, then what the merchant has,
 * with the platform's fee on that part. The client's id makes a repeated tap harmless.
 */
export function refundPayment(
  payment: Payment,
  refundId: Uuid,
  amount: Money,
  moment: Moment,
): Planned {
  const { state } = payment;
  const given = { transferId: refundId, amount, refundedAt: moment.at };
  // The event is judged first: amounts that do not fit never become transfers.
  return andThen(changeOf(payment, { kind: 'refund', refund: given }, []), (change) =>
    state.kind === 'captured'
      ? done({ ...change, transfers: refundTransfers(payment, state, given, moment) })
      : refused('wrong-state'),
  );
}

/** All that is left of it goes back to whoever paid, whether or not it was taken yet. */
export function giveBack(record: PaymentWithOrder, moment: Moment): Planned {
  const { state } = record.payment;
  if (state.kind === 'authorized') return voidPayment(record, 'other', moment);
  if (state.kind !== 'captured') return refused('wrong-state');
  const left = state.escrow.amount + state.earned.amount;
  return refundPayment(
    record.payment,
    moment.newId(),
    money(left, state.captured.currency),
    moment,
  );
}

/** The shopper has the goods: the merchant is paid, and a dispute is over. */
export function releasePayment({ order, payment }: PaymentWithOrder, moment: Moment): Planned {
  if (payment.state.kind !== 'captured') return refused('wrong-state');
  const released = releasePart(payment, payment.state.escrow, moment);
  return withOrder(released, order, { kind: 'receive', at: moment.at });
}

/** The time to object is over: the merchant is paid, unless somebody did object. */
export function releaseUndisputed(record: PaymentWithOrder, moment: Moment): Planned {
  const { state } = record.payment;
  const disputed = state.kind === 'captured' && state.dispute !== undefined;
  return disputed ? refused('wrong-state') : releasePayment(record, moment);
}

/** Something is wrong with the goods: the money stays in escrow until it is settled. */
export function disputePayment(payment: Payment, reason: DisputeReason, { at }: Moment): Planned {
  return changeOf(payment, { kind: 'dispute', dispute: { reason, openedAt: at } }, []);
}

/** Settles a dispute: `toShopper` goes back, the rest of the escrow to the merchant. */
export function resolveDispute(payment: Payment, toShopper: Money, moment: Moment): Planned {
  const { state } = payment;
  if (state.kind !== 'captured' || !state.dispute) return refused('wrong-state');
  const rest = state.escrow.amount - toShopper.amount;
  if (rest < 0n) return refused('amount-out-of-range');
  if (toShopper.amount === 0n) return releasePart(payment, state.escrow, moment);
  const refunded = refundPayment(payment, moment.newId(), toShopper, moment);
  if (!refunded.ok || rest === 0n) return refunded;
  const toMerchant = money(rest, toShopper.currency);
  return inOne(refunded.value, releasePart(refunded.value.payment, toMerchant, moment));
}

function releasePart(payment: Payment, amount: Money, moment: Moment): Planned {
  const { at, newId } = moment;
  const { state: before } = payment;
  return andThen(changeOf(payment, { kind: 'release', at, amount }, []), (change) => {
    const after = change.payment.state;
    if (before.kind !== 'captured' || after.kind !== 'captured') return refused('wrong-state');
    const fee = feeBetween(payment, before.earned, after.earned, newId());
    const parties = { from: escrowOf(payment), to: merchantOf(payment) };
    const transfers = release(
      { id: newId(), referenceId: payment.id },
      { ...parties, amount },
      fee,
    );
    return done({ ...change, transfers });
  });
}

function refundTransfers(
  payment: Payment,
  state: Captured,
  { transferId, amount }: { readonly transferId: Uuid; readonly amount: Money },
  { newId }: Moment,
): TransferGroup {
  const { fromEscrow, fromMerchant } = splitRefund(state, amount);
  const to = state.payer.accountId;
  const posting = (id: string) => ({ id, referenceId: payment.id });
  const escrowed =
    fromEscrow.amount > 0n
      ? refund(posting(transferId), { from: escrowOf(payment), to, amount: fromEscrow })
      : [];
  if (fromMerchant.amount === 0n) return escrowed;
  const after = money(state.earned.amount - fromMerchant.amount, amount.currency);
  const feeBack = feeBetween(payment, after, state.earned, newId());
  const id = escrowed.length > 0 ? newId() : transferId;
  const earned = refund(
    posting(id),
    { from: merchantOf(payment), to, amount: fromMerchant },
    { ...feeBack, from: feesOf(payment), to: merchantOf(payment) },
  );
  return [...escrowed, ...earned];
}

/** The fee that is due for `after`, less the one for `before`. @requires before ≤ after */
function feeBetween(payment: Payment, before: Money, after: Money, id: string): Fee {
  const fee = feeChange(before.amount, after.amount, payment.feeTerms);
  const parties = { from: merchantOf(payment), to: feesOf(payment) };
  return { id, ...parties, amount: money(fee, after.currency) };
}
