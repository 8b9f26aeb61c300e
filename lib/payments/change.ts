import type { Uuid } from '@/lib/ids/uuid';
import type { TransferGroup } from '@/lib/ledger/transfer';
import type { Money } from '@/lib/money/money';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import {
  transition as moveOrder,
  type Order,
  type OrderEvent,
  type OrderRefusal,
} from '@/lib/orders/order';
import { andThen, done, type Result } from '@/lib/result';
import type { DayBound } from './limits/judge-face-payment';
import { transition, type Payment, type PaymentEvent, type PaymentRefusal } from './payment';
import { orderIdOf } from './source';

/**
 * One change of a payment, worked out before anything is written: the next states, the
 * transfers that go with them and what must be told. It is committed whole or not at all
 * (`payment_commit`), and only if nobody changed payment or order in between.
 * What may happen is in `holding.ts` (until the money is taken) and `settling.ts` (after).
 */
export interface Change {
  readonly kind: 'payment';
  readonly before: Payment;
  readonly payment: Payment;
  readonly order?: Order;
  readonly transfers: TransferGroup;
  readonly messages: readonly Message[];
  /** Of a payment by a face alone: committed only while the payer's day leaves room for it. */
  readonly day?: DayBound;
}

/**
 * Why a change is not possible. `already-done`: it was made before, by an equal request.
 * `manager-needed`: not by whoever asks.
 */
export type ChangeRefusal = PaymentRefusal | OrderRefusal | 'nothing-left' | 'manager-needed';
export type Planned = Result<Change, ChangeRefusal>;

/** What others are told once it is true; delivered from the outbox. */
export interface Message {
  readonly topic: `payment.${PaymentEvent['kind']}`;
  readonly payload: {
    readonly paymentId: Uuid;
    readonly orderId?: Uuid;
    /** Who pays, once that is known: the notice is for them. */
    readonly shopperId?: string;
    /** How much was moved, where something was. */
    readonly amount?: MoneyWire;
  };
}

/** Fresh ids and the server's time, passed in so that a change is a pure function. */
export interface Moment {
  readonly at: string;
  readonly newId: () => Uuid;
}

/** A payment, and its order where its source has one. */
export interface PaymentWithOrder {
  readonly payment: Payment;
  readonly order: Order | null;
}

/** The change that an event makes, with the transfers that belong to it. */
export function changeOf(
  before: Payment,
  event: PaymentEvent,
  transfers: TransferGroup,
): Result<Change, PaymentRefusal> {
  return andThen(transition(before.state, event, before.amount), (state) => {
    const payment = { ...before, state };
    const messages = [messageOf(payment, event)];
    return done({ kind: 'payment', before, payment, transfers, messages });
  });
}

/** The change with the order's step in it, where there is an order. */
export function withOrder(planned: Planned, order: Order | null, event: OrderEvent): Planned {
  return andThen(planned, (change) => {
    if (!order) return done(change);
    return andThen(moveOrder(order, event), (state) =>
      done({ ...change, order: { ...order, state } }),
    );
  });
}

/** The second change begins where the first one ended; both are committed as one. */
export function inOne(first: Change, planned: Planned): Planned {
  return andThen(planned, (second) =>
    done({
      ...second,
      before: first.before,
      transfers: [...first.transfers, ...second.transfers],
      messages: [...first.messages, ...second.messages],
    }),
  );
}

function messageOf({ id, source, state, amount: asked }: Payment, event: PaymentEvent): Message {
  const orderId = orderIdOf(source);
  const amount = movedBy(event, asked);
  return {
    topic: `payment.${event.kind}`,
    payload: {
      paymentId: id,
      ...(orderId !== null && { orderId }),
      ...('payer' in state && { shopperId: state.payer.shopperId }),
      ...(amount && { amount: toWire(amount) }),
    },
  };
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
