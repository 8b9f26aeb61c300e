import { z } from 'zod';
import { writtenUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { moneySchema, toWire } from '@/lib/money/wire';
import type { Channel, Order } from '@/lib/orders/order';
import type { OrderItem } from '@/lib/orders/pricing';
import { orderStateSchema } from '@/lib/orders/state-codec';
import type { OrderModel } from './generated/models';
import { knownCurrency } from './known-currency';

const itemsSchema = z.array(
  z.object({
    productId: z.string(),
    name: z.string(),
    choices: z.array(z.string()),
    quantity: z.number(),
    unitPrice: moneySchema,
    total: moneySchema,
  }),
);

/** @throws ZodError, TypeError when the row makes no sense: a loud fault, never a guess */
export function orderOf(row: OrderModel): Order {
  return {
    id: writtenUuid(row.id),
    storeId: row.storeId,
    channel: row.channel as Channel,
    ticket: row.ticket,
    items: itemsSchema.parse(row.items),
    total: money(row.total, knownCurrency(row.currency)),
    state: orderStateSchema.parse(row.data),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

export function itemToJson({ unitPrice, total, choices, ...item }: OrderItem) {
  return { ...item, choices: [...choices], unitPrice: toWire(unitPrice), total: toWire(total) };
}
