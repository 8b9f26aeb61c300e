import { z } from 'zod';
import { writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { moneySchema, toWire } from '@/lib/money/wire';
import type { Channel, Order } from '@/lib/orders/order';
import type { OrderItem } from '@/lib/orders/pricing';
import { orderStateSchema } from '@/lib/orders/state-codec';
import { encodeState } from '@/lib/payments/state-codec';
import type { Payment } from '@/lib/payments/payment';
import { isUniqueViolation } from './errors';
import type { OrderModel, PaymentModel } from './generated/models';
import { knownCurrency } from './known-currency';
import { paymentOf } from './payment-row';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

/** An order with its payment and with who placed it. */
export interface OrderRecord {
  readonly order: Order;
  readonly payment: Payment;
  /** The terminal or the shopper that placed it; exactly one. */
  readonly terminalId: string | null;
  readonly shopperId: string | null;
  /** Name of who paid, not masked. */
  readonly payerName: string | null;
}

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
      await tx.order.create({ data: rowOf(record, requestHash) });
      return 'ok';
    }, IN_LINE);
  } catch (error) {
    if (isUniqueViolation(error)) return 'id-taken';
    throw error;
  }
}

function rowOf(
  { order, payment, terminalId, shopperId }: Omit<OrderRecord, 'payerName'>,
  requestHash: Uint8Array<ArrayBuffer>,
) {
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
    payment: {
      create: {
        id: payment.id,
        storeId: payment.storeId,
        merchantId: payment.merchantId,
        payee: payment.payee,
        channel: payment.channel,
        amount: payment.amount.amount,
        tip: payment.tip.amount,
        feeBasisPoints: payment.feeBasisPoints,
        currency: payment.amount.currency,
        state: payment.state.kind,
        data: { ...encodeState(payment.state) },
        createdAt: payment.createdAt,
      },
    },
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

function itemToJson({ unitPrice, total, choices, ...item }: OrderItem) {
  return { ...item, choices: [...choices], unitPrice: toWire(unitPrice), total: toWire(total) };
}

function recordOf(row: Row): OrderRecord {
  const { payment } = row;
  if (!payment) throw new Error(`order ${row.id} has no payment`);
  const currency = knownCurrency(row.currency);
  return {
    terminalId: row.terminalId,
    shopperId: row.shopperId,
    payerName: payment.payer?.name ?? null,
    order: {
      id: writtenUuid(row.id),
      storeId: row.storeId,
      channel: row.channel as Channel,
      ticket: row.ticket,
      items: itemsSchema.parse(row.items),
      total: money(row.total, currency),
      state: orderStateSchema.parse(row.data),
      version: row.version,
      createdAt: row.createdAt.toISOString(),
    },
    payment: paymentOf(payment),
  };
}

/** Who is paid by each of these payments. */
export async function findPayees(paymentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await databasePrisma().payment.findMany({
    where: { id: { in: [...paymentIds] } },
    select: { id: true, payee: true },
  });
  return new Map(rows.map(({ id, payee }) => [id, payee]));
}
