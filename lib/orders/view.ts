import type { Uuid } from '@/lib/ids/uuid';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import type { Channel, Order, OrderState } from './order';
import { unavailableOf } from './served';

export interface OrderItemView {
  readonly name: string;
  readonly choices: readonly string[];
  readonly quantity: number;
  readonly total: MoneyWire;
  /** The staff did not have it; it was not charged. */
  readonly unavailable: boolean;
}

/** An order as screens may know it. */
export interface OrderView {
  readonly id: Uuid;
  readonly ticket: number;
  readonly channel: Channel;
  readonly items: readonly OrderItemView[];
  readonly total: MoneyWire;
  readonly state: OrderState;
  readonly createdAt: string;
}

export function viewOrder(order: Order): OrderView {
  return {
    id: order.id,
    ticket: order.ticket,
    channel: order.channel,
    items: order.items.map(({ name, choices, quantity, total }, index) => ({
      name,
      choices,
      quantity,
      total: toWire(total),
      unavailable: unavailableOf(order).includes(index),
    })),
    total: toWire(order.total),
    state: order.state,
    createdAt: order.createdAt,
  };
}
