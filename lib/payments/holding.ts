import type { Uuid } from '@/lib/ids/uuid';
import { feeOf } from '@/lib/ledger/fee';
import { authorize, capture, voidHold, type Act, type Fee } from '@/lib/ledger/postings';
import { money, type Money } from '@/lib/money/money';
import type { OrderEvent } from '@/lib/orders/order';
import { servedTotal } from '@/lib/orders/served';
import { escrowOf, feesOf, merchantOf, usesEscrow, walletOf } from './accounts';
import { changeOf, inOne, withOrder, type Change, type Moment, type Placed } from './change';
import type { DeclineReason, Payer, VoidReason } from './state';
import type { Payment } from './payment';

/** A hold outlives every order's waiting time; the ledger itself releases a forgotten one. */
const HOLD_TIMEOUT_SECONDS = 24 * 60 * 60;

/** A new challenge is the one that counts. */
export function challengePayment(payment: Payment, challengeId: Uuid): Change | undefined {
  return changeOf(payment, { kind: 'challenge', challengeId }, []);
}

/**
 * The payer's money is held for the merchant. At the counter the order now waits for the
 * staff; online it is taken at once, into escrow.
 *
 * @returns undefined when the payment cannot be paid any more.
 */
export function authorizePayment(
  { order, payment }: Placed,
  payer: Omit<Payer, 'accountId'>,
  moment: Moment,
): Change | undefined {
  const { at, newId } = moment;
  const holdId = newId();
  const { amount } = payment;
  const from = walletOf(payer.shopperId, amount.currency);
  const to = usesEscrow(payment) ? escrowOf(payment) : merchantOf(payment);
  const held = changeOf(
    payment,
    { kind: 'authorize', at, payer: { ...payer, accountId: from }, holdId },
    authorize({ id: holdId, referenceId: payment.id }, { from, to, amount }, HOLD_TIMEOUT_SECONDS),
  );
  const waiting = withOrder(held, order, { kind: 'paid', at });
  if (!waiting?.order || !usesEscrow(payment)) return waiting;
  const { order: paidOrder, payment: authorized } = waiting;
  return inOne(waiting, capturePayment({ order: paidOrder, payment: authorized }, moment));
}

/** The wallet could not pay. The payment waits for money, or for another payer. */
export function declinePayment(
  payment: Payment,
  reason: DeclineReason,
  { at }: Moment,
): Change | undefined {
  return changeOf(payment, { kind: 'decline', at, reason }, []);
}

/**
 * The staff accept the order: the hold is taken, less what they cannot serve; that part is
 * the guest's again at once.
 *
 * @param unavailable positions of the order's items that cannot be served
 * @returns undefined when the order does not wait, or nothing of it would be left
 */
export function capturePayment(
  { order, payment }: Placed,
  moment: Moment,
  unavailable: readonly number[] = [],
): Change | undefined {
  if (payment.state.kind !== 'authorized') return undefined;
  const served = servedTotal(order, unavailable);
  if (!served) return undefined;
  const { at } = moment;
  const amount = money(served.amount + payment.tip.amount, served.currency);
  const whole = amount.amount === payment.amount.amount;
  const into = usesEscrow(payment) ? 'escrow' : 'merchant';
  const fee = into === 'merchant' ? feeOn(payment, amount, moment) : undefined;
  const taken = capture(
    actOf(payment, moment),
    payment.state.holdId,
    whole ? undefined : amount.amount,
    fee,
  );
  const captured = changeOf(payment, { kind: 'capture', at, amount, into }, taken);
  return withOrder(captured, order, { kind: 'accept', at, unavailable });
}

/** The staff decline, or nobody answers: the hold is released. */
export function voidPayment(
  { order, payment }: Placed,
  reason: VoidReason,
  moment: Moment,
): Change | undefined {
  if (payment.state.kind !== 'authorized') return undefined;
  const { at } = moment;
  const released = voidHold(actOf(payment, moment), payment.state.holdId);
  const voided = changeOf(payment, { kind: 'void', at, reason }, released);
  const event: OrderEvent =
    reason === 'unanswered' ? { kind: 'lapse', at } : { kind: 'reject', at, reason };
  return withOrder(voided, order, event);
}

/** The guest walks away before paying. */
export function cancelPayment({ order, payment }: Placed, { at }: Moment): Change | undefined {
  return withOrder(changeOf(payment, { kind: 'cancel', at }, []), order, { kind: 'cancel', at });
}

/** Nobody paid in time. */
export function expirePayment({ order, payment }: Placed, { at }: Moment): Change | undefined {
  return withOrder(changeOf(payment, { kind: 'expire', at }, []), order, { kind: 'cancel', at });
}

function feeOn(payment: Payment, amount: Money, { newId }: Moment): Fee {
  const { currency } = amount;
  const fee = feeOf(amount.amount, payment.feeBasisPoints);
  const parties = { from: merchantOf(payment), to: feesOf(payment) };
  return { id: newId(), ...parties, amount: money(fee, currency) };
}

function actOf({ id }: Payment, { newId }: Moment): Act {
  return { id: newId(), referenceId: id };
}
