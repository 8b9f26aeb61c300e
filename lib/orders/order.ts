import type { Uuid } from '@/lib/ids/uuid';
import type { Money } from '@/lib/money/money';
import { done, refused, type Result } from '@/lib/result';
import type { OrderItem } from './pricing';

export const CHANNELS = ['counter', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

export const REJECT_REASONS = ['sold-out', 'too-busy', 'closing', 'other'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** An order that was accepted carries on when it was paid and what could not be served. */
interface Taken {
  readonly paidAt: string;
  /** Positions of items that are missing; absent when everything was there. */
  readonly unavailable?: readonly number[];
}

/** Where an order is; times are ISO 8601, server time. */
export type OrderState =
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly paidAt: string }
  | ({ readonly kind: 'accepted'; readonly acceptedAt: string } & Taken)
  | ({ readonly kind: 'ready'; readonly readyAt: string } & Taken)
  | ({ readonly kind: 'picked-up'; readonly pickedUpAt: string } & Taken)
  /** Online: on the way, then in the shopper's hands (said by the shopper, or by time). */
  | ({ readonly kind: 'dispatched'; readonly dispatchedAt: string } & Taken)
  | ({ readonly kind: 'received'; readonly receivedAt: string } & Taken)
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly rejectedAt: string }
  | { readonly kind: 'cancelled'; readonly cancelledAt: string }
  | { readonly kind: 'lapsed'; readonly lapsedAt: string };

export type OrderEvent =
  | { readonly kind: 'paid'; readonly at: string }
  | { readonly kind: 'accept'; readonly at: string; readonly unavailable?: readonly number[] }
  | { readonly kind: 'reject'; readonly at: string; readonly reason: RejectReason }
  | { readonly kind: 'ready'; readonly at: string }
  | { readonly kind: 'pick-up'; readonly at: string }
  | { readonly kind: 'dispatch'; readonly at: string }
  | { readonly kind: 'receive'; readonly at: string }
  /** The guest walked away before paying. */
  | { readonly kind: 'cancel'; readonly at: string }
  /** Nobody answered in time. */
  | { readonly kind: 'lapse'; readonly at: string };

export interface Order {
  readonly id: Uuid;
  readonly storeId: string;
  readonly channel: Channel;
  /** Short number called out at the counter; unique within a store's day. */
  readonly ticket: number;
  readonly items: readonly OrderItem[];
  readonly total: Money;
  readonly state: OrderState;
  /** Counts the changes; the compare in compare-and-set. */
  readonly version: number;
  readonly createdAt: string;
}

/** The event does not apply to an order of this channel in this state. */
export type OrderRefusal = 'wrong-state';

/** A counter's guest picks the order up; online it is sent. The other events apply to both. */
const CHANNEL_OF: Partial<Record<OrderEvent['kind'], Channel>> = {
  ready: 'counter',
  'pick-up': 'counter',
  dispatch: 'online',
  receive: 'online',
};

export function transition(
  { channel, state }: Pick<Order, 'channel' | 'state'>,
  event: OrderEvent,
): Result<OrderState, OrderRefusal> {
  const applies = (CHANNEL_OF[event.kind] ?? channel) === channel;
  const next = applies ? stateAfter(state, event) : undefined;
  return next ? done(next) : refused('wrong-state');
}

/** @returns undefined when the event does not apply in this state. */
function stateAfter(state: OrderState, event: OrderEvent): OrderState | undefined {
  switch (event.kind) {
    case 'paid':
      return state.kind === 'open' ? { kind: 'waiting', paidAt: event.at } : undefined;
    case 'accept':
      return state.kind === 'waiting'
        ? { kind: 'accepted', acceptedAt: event.at, ...taken(state.paidAt, event.unavailable) }
        : undefined;
    case 'reject':
      return state.kind === 'waiting'
        ? { kind: 'rejected', reason: event.reason, rejectedAt: event.at }
        : undefined;
    case 'ready':
      return state.kind === 'accepted'
        ? { kind: 'ready', readyAt: event.at, ...taken(state.paidAt, state.unavailable) }
        : undefined;
    case 'pick-up':
      return state.kind === 'ready'
        ? { kind: 'picked-up', pickedUpAt: event.at, ...taken(state.paidAt, state.unavailable) }
        : undefined;
    case 'dispatch':
      return state.kind === 'accepted'
        ? { kind: 'dispatched', dispatchedAt: event.at, ...taken(state.paidAt, state.unavailable) }
        : undefined;
    case 'receive':
      return state.kind === 'accepted' || state.kind === 'dispatched'
        ? { kind: 'received', receivedAt: event.at, ...taken(state.paidAt, state.unavailable) }
        : undefined;
    case 'cancel':
      return state.kind === 'open' ? { kind: 'cancelled', cancelledAt: event.at } : undefined;
    case 'lapse':
      return state.kind === 'waiting' ? { kind: 'lapsed', lapsedAt: event.at } : undefined;
    default:
      return event satisfies never;
  }
}

function taken(paidAt: string, unavailable: readonly number[] = []): Taken {
  return unavailable.length > 0 ? { paidAt, unavailable } : { paidAt };
}
