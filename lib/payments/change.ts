import type { Uuid } from '@/lib/ids/uuid';
import type { TransferGroup } from '@/lib/ledger/transfer';
import type { Money } from '@/lib/money/money';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import { transition as moveOrder, type Order, type OrderEvent } from '@/lib/orders/order';
import { transition, type Payment, type PaymentEvent } from './payment';

/**
 * One change of a payment, worked out before anything is written: the next states, the
 * transfers that go with them and what must be told. It is committed whole or not at all
 * (`payment_commit`), and only if nobody changed payment or order in between.
 * What may happen is in `holding.ts` (until the money is taken) and `settling.ts` (after).
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
  readonly topic: `payment.${PaymentEvent['kind']}`;
  readonly payload: {
    readonly paymentId: Uuid;
    readonly orderId: Uuid;
    /** How much was moved, where something was. */
    readonly amount?: MoneyWire;
  };
}

/** Fresh ids and the server's time, passed in so that a change is a pure function. */
export interface Moment {
  readonly at: string;
  readonly newId: () => Uuid;
}

export type Placed = { readonly order: Order; readonly payment: Payment };

/** @returns undefined when the event does not apply to the payment's state. */
export function changeOf(
  before: Payment,
  event: PaymentEvent,
  transfers: TransferGroup,
): Change | undefined {
  const state = transition(before.state, event, before.amount);
  return (
    state && { before, payment: { ...before, state }, transfers, messages: told(before, event) }
  );
}

/** The change with the order's step in it; undefined when either does not apply. */
export function withOrder(
  change: Change | undefined,
  order: Order,
  event: OrderEvent,
): Change | undefined {
  const state = moveOrder(order.state, event);
  return change && state && { ...change, order: { ...order, state } };
}

/** The second change begins where the first one ended; both are committed as one. */
export function inOne(first: Change, second: Change | undefined): Change | undefined {
  return (
    second && {
      ...second,
      before: first.before,
      transfers: [...first.transfers, ...second.transfers],
      messages: [...first.messages, ...second.messages],
    }
  );
}

/** A challenge is between the guest and us. */
function told(payment: Payment, event: PaymentEvent): readonly Message[] {
  if (event.kind === 'challenge') return [];
  const { id: paymentId, orderId } = payment;
  const amount = movedBy(event, payment.amount);
  const payload = { paymentId, orderId, ...(amount && { amount: toWire(amount) }) };
  return [{ topic: `payment.${event.kind}`, payload }];
}

function movedBy(event: PaymentEvent, asked: Money): Money | undefined {
  switch (event.kind) {
    case 'capture':
    case 'release':
      return event.amount;
    case 'refund':
      return event.refund.amount;
    case 'authorize':
    case 'void':
      return asked;
    default:
      return undefined;
  }
}
