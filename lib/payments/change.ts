import { accountId } from '@/lib/ledger/account';
import { authorize, capture, refund, voidHold, type Act } from '@/lib/ledger/postings';
import type { TransferGroup } from '@/lib/ledger/transfer';
import type { Money } from '@/lib/money/money';
import { transition as moveOrder, type Order, type OrderEvent } from '@/lib/orders/order';
import {
  transition,
  type Payer,
  type Payment,
  type PaymentEvent,
  type VoidReason,
} from './payment';

/**
 * One change of a payment, worked out before anything is written: the next states, the
 * transfers that go with them and what must be told. It is committed whole or not at all
 * (`payment_commit`), and only if nobody changed payment or order in between.
 */
export interface Change {
  readonly before: Payment;
  readonly payment: Payment;
  readonly order?: Order;
  readonly transfers: TransferGroup;
  readonly messages: readonly Message[];
}

/** What others are told once it is true; delivered from the outbox. */
export interface Message {
  readonly topic: `payment.${string}`;
  readonly payload: { readonly paymentId: string; readonly orderId: string };
}

/** Fresh ids and the server's time, passed in so that a change is a pure function. */
export interface Moment {
  readonly at: string;
  readonly newId: () => string;
}

/** A hold outlives every order's waiting time; the ledger itself releases a forgotten one. */
const HOLD_TIMEOUT_SECONDS = 24 * 60 * 60;

export type Placed = { readonly order: Order; readonly payment: Payment };

/**
 * The payer's money is held for the merchant. At the counter the order now waits for the
 * staff; online it is taken at once.
 *
 * @returns undefined when the payment cannot be paid any more.
 */
export function authorizePayment(
  { order, payment }: Placed,
  payer: Omit<Payer, 'accountId'>,
  { at, newId }: Moment,
): Change | undefined {
  const holdId = newId();
  const { amount } = payment;
  const from = walletOf(payer.shopperId, amount);
  const paid = { kind: 'authorize', at, payer: { ...payer, accountId: from }, holdId } as const;
  const hold = authorize(
    { id: holdId, referenceId: payment.id },
    { from, to: merchantOf(payment), amount },
    HOLD_TIMEOUT_SECONDS,
  );
  const authorized = changeOf(payment, paid, hold);
  const waiting = withOrder(authorized, order, { kind: 'paid', at });
  if (!waiting || payment.channel === 'counter') return waiting;
  return takeAtOnce(waiting, { at, newId });
}

/** The staff accept the order: the hold is taken. */
export function capturePayment({ order, payment }: Placed, moment: Moment): Change | undefined {
  if (payment.state.kind !== 'authorized') return undefined;
  const { at } = moment;
  const taken = capture(actOf(payment, moment), payment.state.holdId);
  const captured = changeOf(payment, { kind: 'capture', at }, taken);
  return withOrder(captured, order, { kind: 'accept', at });
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

/** Part or all of it is given back. The client's id makes a repeated tap harmless. */
export function refundPayment(
  payment: Payment,
  refundId: string,
  amount: Money,
  { at }: Moment,
): Change | undefined {
  if (payment.state.kind !== 'captured') return undefined;
  const back = refund(
    { id: refundId, referenceId: payment.id },
    { from: merchantOf(payment), to: payment.state.payer.accountId, amount },
  );
  const given = { transferId: refundId, amount, refundedAt: at };
  return changeOf(payment, { kind: 'refund', refund: given }, back);
}

/** The guest walks away before paying. */
export function cancelPayment({ order, payment }: Placed, { at }: Moment): Change | undefined {
  return withOrder(changeOf(payment, { kind: 'cancel', at }, []), order, { kind: 'cancel', at });
}

/** A new challenge is the one that counts. */
export function challengePayment(payment: Payment, challengeId: string): Change | undefined {
  return changeOf(payment, { kind: 'challenge', challengeId }, []);
}

/** The ledger account of a shopper's wallet in the payment's currency. */
function walletOf(shopperId: string, { currency }: Money): string {
  return accountId({ kind: 'wallet', ownerId: shopperId, currency });
}

function merchantOf({ merchantId, amount }: Payment): string {
  return accountId({ kind: 'merchant', ownerId: merchantId, currency: amount.currency });
}

function actOf(payment: Payment, { newId }: Moment): Act {
  return { id: newId(), referenceId: payment.id };
}

function changeOf(
  before: Payment,
  event: PaymentEvent,
  transfers: TransferGroup,
): Change | undefined {
  const state = transition(before.state, event, before.amount);
  return (
    state && { before, payment: { ...before, state }, transfers, messages: told(before, event) }
  );
}

function withOrder(
  change: Change | undefined,
  order: Order,
  event: OrderEvent,
): Change | undefined {
  const state = moveOrder(order.state, event);
  return change && state && { ...change, order: { ...order, state } };
}

/** Goods are sent without anybody at a counter deciding: hold and capture in one change. */
function takeAtOnce(authorized: Change, moment: Moment): Change | undefined {
  const { order, payment, before } = authorized;
  const captured = order && capturePayment({ order, payment }, moment);
  return (
    captured && {
      ...captured,
      before,
      transfers: [...authorized.transfers, ...captured.transfers],
      messages: [...authorized.messages, ...captured.messages],
    }
  );
}

function told({ id, orderId }: Payment, { kind }: PaymentEvent): readonly Message[] {
  if (kind === 'challenge') return [];
  return [{ topic: `payment.${kind}`, payload: { paymentId: id, orderId } }];
}
