import { done, type Result } from '@/lib/result';
import {
  transition,
  type Order,
  type OrderEvent,
  type OrderRefusal,
  type OrderState,
} from './order';

/** One change of an order that moves no money, worked out before anything is written. */
export interface OrderChange {
  readonly kind: 'order';
  readonly before: Order;
  readonly order: Order;
  readonly messages: readonly OrderMessage[];
}

/** What others are told once it is true; delivered from the outbox. */
export interface OrderMessage {
  readonly topic: `order.${OrderState['kind']}`;
  readonly payload: { readonly orderId: string };
}

export function changeOrder(before: Order, event: OrderEvent): Result<OrderChange, OrderRefusal> {
  const next = transition(before, event);
  if (!next.ok) return next;
  const state = next.value;
  const messages = [{ topic: `order.${state.kind}`, payload: { orderId: before.id } } as const];
  return done({ kind: 'order', before, order: { ...before, state }, messages });
}
