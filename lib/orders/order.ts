import type { Money } from '@/lib/money/money';
import type { OrderItem } from './pricing';

export const CHANNELS = ['counter', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

export const REJECT_REASONS = ['sold-out', 'too-busy', 'closing', 'other'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Where an order is; times are ISO 8601, server time. */
export type OrderState =
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly paidAt: string }
  | { readonly kind: 'accepted'; readonly paidAt: string; readonly acceptedAt: string }
  | { readonly kind: 'ready'; readonly paidAt: string; readonly readyAt: string }
  | { readonly kind: 'picked-up'; readonly paidAt: string; readonly pickedUpAt: string }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly rejectedAt: string }
  | { readonly kind: 'cancelled'; readonly cancelledAt: string }
  | { readonly kind: 'lapsed'; readonly lapsedAt: string };

export type OrderEvent =
  | { readonly kind: 'paid'; readonly at: string }
  | { readonly kind: 'accept'; readonly at: string }
  | { readonly kind: 'reject'; readonly at: string; readonly reason: RejectReason }
  | { readonly kind: 'ready'; readonly at: string }
  | { readonly kind: 'pick-up'; readonly at: string }
  /** The guest walked away before paying. */
  | { readonly kind: 'cancel'; readonly at: string }
  /** Nobody answered in time. */
  | { readonly kind: 'lapse'; readonly at: string };

export interface Order {
  readonly id: string;
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

/** @returns the next state, or undefined when the event does not apply in this one. */
export function transition(state: OrderState, event: OrderEvent): OrderState | undefined {
  switch (event.kind) {
    case 'paid':
      return state.kind === 'open' ? { kind: 'waiting', paidAt: event.at } : undefined;
    case 'accept':
      return state.kind === 'waiting'
        ? { kind: 'accepted', paidAt: state.paidAt, acceptedAt: event.at }
        : undefined;
    case 'reject':
      return state.kind === 'waiting'
        ? { kind: 'rejected', reason: event.reason, rejectedAt: event.at }
        : undefined;
    case 'ready':
      return state.kind === 'accepted'
        ? { kind: 'ready', paidAt: state.paidAt, readyAt: event.at }
        : undefined;
    case 'pick-up':
      return state.kind === 'ready'
        ? { kind: 'picked-up', paidAt: state.paidAt, pickedUpAt: event.at }
        : undefined;
    case 'cancel':
      return state.kind === 'open' ? { kind: 'cancelled', cancelledAt: event.at } : undefined;
    case 'lapse':
      return state.kind === 'waiting' ? { kind: 'lapsed', lapsedAt: event.at } : undefined;
    default:
      return event satisfies never;
  }
}
