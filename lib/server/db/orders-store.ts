import type { Uuid } from '@/lib/ids/uuid';
import type { Order } from '@/lib/orders/order';
import { isUniqueViolation } from './errors';
import type { OrderModel, PaymentModel } from './generated/models';
import { itemToJson, orderOf } from './order-row';
import { paymentOf, rowOf } from './payment-row';
import type { PaymentRecord } from './payments-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

/** An order with its payment and with who placed it. */
export interface OrderRecord extends PaymentRecord {
  readonly order: Order;
}

const include = { payment: { include: { payer: { select: { name: true } } } } } as const;
type Row = OrderModel & {
  payment: (PaymentModel & { payer: { name: string } | null }) | null;
};

/** Takes the store's next ticket number of this day; each number once. */
export async function nextTicket(storeId: string, day: string): Promise<number> {
  const { rows } = await databasePool().query<{ last_ticket: number }>(
    `INSERT INTO ticket_counters (store_id, day, last_ticket) VALUES ($1, $2, 1)
     ON CONFLICT (store_id, day) DO UPDATE SET last_ticket = ticket_counters.last_ticket + 1
     RETURNING last_ticket`,
    [storeId, day],
  );
  const ticket = rows[0]?.last_ticket;
  if (ticket === undefined) throw new Error('no ticket number');
  return ticket;
}

/** `too-many`: whoever places it has `unpaidMax` orders that wait to be paid. */
export type InsertedOrder = 'ok' | 'id-taken' | 'too-many';

/** Anything but `ok` has written nothing. */
export async function insertOrder(
  record: Omit<OrderRecord, 'payerName'>,
  requestHash: Uint8Array<ArrayBuffer>,
  unpaidMax: number,
): Promise<InsertedOrder> {
  const { terminalId, shopperId } = record;
  try {
    return await databasePrisma().$transaction(async (tx) => {
      // Orders of one placer take turns, or many at once would all find room.
      if (terminalId) await lockRow(tx, 'terminals', terminalId);
      if (shopperId) await lockRow(tx, 'shoppers', shopperId);
      const unpaid = { state: 'open', terminalId, shopperId };
      if ((await tx.order.count({ where: unpaid })) >= unpaidMax) return 'too-many';
      await tx.order.create({ data: orderRowOf(record, requestHash) });
      return 'ok';
    }, IN_LINE);
  } catch (error) {
    if (isUniqueViolation(error)) return 'id-taken';
    throw error;
  }
}

function orderRowOf(
  { order, payment, terminalId, shopperId }: Omit<OrderRecord, 'payerName'>,
  requestHash: Uint8Array<ArrayBuffer>,
) {
  const { orderId: _, ...columns } = rowOf(payment);
  return {
    id: order.id,
    storeId: order.storeId,
    channel: order.channel,
    ticket: order.ticket,
    items: order.items.map(itemToJson),
    total: order.total.amount,
    currency: order.total.currency,
    terminalId,
    shopperId,
    state: order.state.kind,
    data: { ...order.state },
    requestHash,
    createdAt: order.createdAt,
    payment: { create: columns },
  };
}

export async function findOrder(id: Uuid): Promise<OrderRecord | null> {
  const row = await databasePrisma().order.findUnique({ where: { id }, include });
  return row && recordOf(row);
}

export async function findOrderOfPayment(paymentId: Uuid): Promise<OrderRecord | null> {
  const row = await databasePrisma().order.findFirst({
    where: { payment: { id: paymentId } },
    include,
  });
  return row && recordOf(row);
}

/** What made the order: to tell a repeated request from a reused id. */
export async function findRequestHash(orderId: Uuid): Promise<Uint8Array | null> {
  const row = await databasePrisma().order.findUnique({
    where: { id: orderId },
    select: { requestHash: true },
  });
  return row && row.requestHash;
}

/** Paid orders of a store since then, newest first, and all that are still being worked on. */
export async function findStoreOrders(
  storeId: string,
  since: Date,
  limit: number,
): Promise<readonly OrderRecord[]> {
  const rows = await databasePrisma().order.findMany({
    where: {
      storeId,
      OR: [
        { state: { in: ['waiting', 'accepted', 'ready', 'dispatched'] } },
        {
          state: { in: ['picked-up', 'rejected', 'lapsed', 'received'] },
          createdAt: { gt: since },
        },
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: limit,
    include,
  });
  return rows.map(recordOf);
}

function recordOf({ payment, ...order }: Row): OrderRecord {
  if (!payment) throw new Error(`order ${order.id} has no payment`);
  return {
    terminalId: order.terminalId,
    shopperId: order.shopperId,
    payerName: payment.payer?.name ?? null,
    order: orderOf(order),
    payment: paymentOf(payment),
  };
}
