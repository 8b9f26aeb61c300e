import { feeOf } from '@/lib/ledger/fee';
import { authorize, capture, voidHold, type Fee, type Posting } from '@/lib/ledger/postings';
import { money, type Money } from '@/lib/money/money';
import type { OrderEvent } from '@/lib/orders/order';
import { servedTotal } from '@/lib/orders/served';
import { andThen, done, refused, type Result } from '@/lib/result';
import { escrowOf, feesOf, merchantOf, walletOf } from './accounts';
import {
  changeOf,
  inOne,
  withOrder,
  type Moment,
  type PaymentWithOrder,
  type Planned,
} from './change';
import type { Payment } from './payment';
import { usesEscrow } from './source';
import type { DeclineReason, Payer, VoidReason } from './state';

/** A hold outlives every order's waiting time; the ledger itself expires a forgotten one. */
const HOLD_TIMEOUT_SECONDS = 24 * 60 * 60;

/**
 * The payer's money is held for the merchant. At the counter the order now waits for the
 * staff; online it is taken at once, into escrow.
 */
export function authorizePayment(
  { order, payment }: PaymentWithOrder,
  payer: Omit<Payer, 'accountId'>,
  moment: Moment,
): Planned {
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
  if (!waiting.ok || !usesEscrow(payment)) return waiting;
  const { order: paidOrder = null, payment: authorized } = waiting.value;
  const taken = capturePayment({ order: paidOrder, payment: authorized }, moment);
  return inOne(waiting.value, taken);
}

/** The wallet could not pay. The payment waits for money, or for another payer. */
export function declinePayment(payment: Payment, reason: DeclineReason, { at }: Moment): Planned {
  return changeOf(payment, { kind: 'decline', at, reason }, []);
}

/**
 * The hold is taken: for an order when the staff accept it, less what they cannot serve; that
 * part is the guest's again at once.
 *
 * @param unavailable positions of the order's items that cannot be served
 */
export function capturePayment(
  { order, payment }: PaymentWithOrder,
  moment: Moment,
  unavailable: readonly number[] = [],
): Planned {
  const { state } = payment;
  if (state.kind !== 'authorized') return refused('wrong-state');
  const { at } = moment;
  const captured = andThen(servedAmount({ order, payment }, unavailable), (amount) => {
    const whole = amount.amount === payment.amount.amount;
    const into = usesEscrow(payment) ? 'escrow' : 'merchant';
    const fee = into === 'merchant' ? feeOn(payment, amount, moment) : undefined;
    const taken = capture(
      postingFor(payment, moment),
      state.holdId,
      whole ? undefined : amount.amount,
      fee,
    );
    return changeOf(payment, { kind: 'capture', at, amount, into }, taken);
  });
  return withOrder(captured, order, { kind: 'accept', at, unavailable });
}

/** What is served of the order, and the tip. Without an order it is always the whole. */
function servedAmount(
  { order, payment }: PaymentWithOrder,
  unavailable: readonly number[],
): Result<Money, 'nothing-left'> {
  if (!order) return done(payment.amount);
  return andThen(servedTotal(order, unavailable), (served) =>
    done(money(served.amount + payment.tip.amount, served.currency)),
  );
}

/** The staff decline, or nobody answers: the hold is voided. */
export function voidPayment(
  { order, payment }: PaymentWithOrder,
  reason: VoidReason,
  moment: Moment,
): Planned {
  if (payment.state.kind !== 'authorized') return refused('wrong-state');
  const { at } = moment;
  const transfers = voidHold(postingFor(payment, moment), payment.state.holdId);
  const voided = changeOf(payment, { kind: 'void', at, reason }, transfers);
  const event: OrderEvent =
    reason === 'unanswered' ? { kind: 'lapse', at } : { kind: 'reject', at, reason };
  return withOrder(voided, order, event);
}

/** The guest walks away before paying. */
export function cancelPayment({ order, payment }: PaymentWithOrder, { at }: Moment): Planned {
  return withOrder(changeOf(payment, { kind: 'cancel', at }, []), order, { kind: 'cancel', at });
}

/** Nobody paid in time. */
export function expirePayment({ order, payment }: PaymentWithOrder, { at }: Moment): Planned {
  return withOrder(changeOf(payment, { kind: 'expire', at }, []), order, { kind: 'cancel', at });
}

function feeOn(payment: Payment, amount: Money, { newId }: Moment): Fee {
  const { currency } = amount;
  const fee = feeOf(amount.amount, payment.feeTerms);
  const parties = { from: merchantOf(payment), to: feesOf(payment) };
  return { id: newId(), ...parties, amount: money(fee, currency) };
}

function postingFor({ id }: Payment, { newId }: Moment): Posting {
  return { id: newId(), referenceId: id };
}
