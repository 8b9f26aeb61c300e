import 'server-only';
import type { GuestActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { PlacedOrder, placeOrderSchema } from '@/lib/api/orders';
import type { Uuid } from '@/lib/ids/uuid';
import { add, money, type Money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import type { Order } from '@/lib/orders/order';
import { priceOrder } from '@/lib/orders/pricing';
import { purposesOf } from '@/lib/payments/accounts';
import type { Payment } from '@/lib/payments/payment';
import { sourceOf } from '@/lib/payments/source';
import { now } from '../clock';
import { openAccounts } from '../db/ledger-store';
import {
  findOrder,
  findRequestHash,
  insertOrder,
  nextTicket,
  type OrderRecord,
} from '../db/orders-store';
import { databasePool } from '../db/pool';
import { findMenu } from '../db/menu-store';
import { findStore, type StoreRecord } from '../db/stores-store';
import { dayIn } from '../day';
import { keyedHash } from '../keys/keyed-hash';
import { LIMITS } from '../limits';
import { placedOrderOf } from '../payments/placed-order';
import { done, refused, type Result } from '../result';

type Request = z.output<typeof placeOrderSchema>;

/**
 * Prices an order from the menu and makes it and its payment under the ids that the
 * client chose. Sent twice, it answers the same order; the same id with another body is
 * a conflict.
 */
export async function placeOrder(
  guest: GuestActor,
  request: Request,
): Promise<Result<PlacedOrder>> {
  const placer = placerOf(guest, request);
  if (!placer) {
    return refused(request.channel === 'counter' ? 'terminal-not-paired' : 'not-signed-in');
  }
  const store = await findStore(request.storeId);
  if (!store || store.channel !== request.channel) return refused('not-found');
  const hash = fingerprint(request, placer);
  const earlier = await repeated(request.id, hash);
  if (earlier) return earlier;
  const priced = priceOrder(await findMenu(store), request.lines);
  if (!priced.ok) return priced;
  if (!isTip(request.tip, priced.total)) return refused('amount-out-of-range');
  // Here and not when paying: a shop that is older than the escrow has no account for it yet.
  const { merchant } = store;
  await openAccounts(databasePool(), purposesOf(merchant.id, merchant.settings.currency));
  const record = await newRecord(store, request, priced, placer);
  // Of two identical requests at once one inserts; the other answers what that one made.
  const inserted = await insertOrder(record, hash, unpaidMaxOf(placer));
  if (inserted === 'ok') return done(placedOrderOf({ ...record, payerName: null }));
  const meanwhile = await repeated(request.id, hash);
  return meanwhile ?? refused(inserted === 'too-many' ? 'too-many-unpaid' : 'id-reused');
}

interface Placer {
  readonly terminalId: string | null;
  readonly shopperId: string | null;
}

function placerOf({ terminal, shopper }: GuestActor, request: Request): Placer | null {
  if (request.channel === 'online') {
    return shopper && { terminalId: null, shopperId: shopper.id };
  }
  const own = terminal && terminal.storeId === request.storeId;
  return own ? { terminalId: terminal.id, shopperId: null } : null;
}

function unpaidMaxOf({ terminalId }: Placer): number {
  return terminalId === null ? LIMITS.unpaidOrdersOfShopper : LIMITS.unpaidOrdersOfTerminal;
}

async function repeated(id: Uuid, hash: Uint8Array): Promise<Result<PlacedOrder> | null> {
  const made = await findRequestHash(id);
  if (!made) return null;
  const record = Buffer.compare(made, hash) === 0 ? await findOrder(id) : null;
  return record ? done(placedOrderOf(record)) : refused('id-reused');
}

async function newRecord(
  store: StoreRecord,
  request: Request,
  priced: Pick<Order, 'items' | 'total'>,
  placer: Placer,
): Promise<Omit<OrderRecord, 'payerName'>> {
  const at = now();
  const createdAt = at.toISOString();
  const { channel, tip = money(0, priced.total.currency) } = request;
  const { merchant } = store;
  const order: Order = {
    id: request.id,
    storeId: store.id,
    channel,
    ticket: await nextTicket(store.id, dayIn(merchant.settings.timeZone, at)),
    items: priced.items,
    total: priced.total,
    state: { kind: 'open' },
    version: 0,
    createdAt,
  };
  const payment: Payment = {
    id: request.paymentId,
    source: sourceOf(order),
    storeId: store.id,
    merchantId: merchant.id,
    payee: merchant.name,
    amount: add(priced.total, tip),
    tip,
    feeTerms: merchant.settings.feeTerms,
    state: { kind: 'created' },
    version: 0,
    createdAt,
  };
  return { order, payment, ...placer };
}

/** A slip of the finger must not tip more than the meal. */
function isTip(tip: Money | undefined, total: Money): boolean {
  return !tip || (tip.currency === total.currency && tip.amount <= total.amount);
}

/**
 * The parsed request has one order of keys and one spelling of ids, so equal requests have equal
 * text. Keyed like every hash of what somebody sent.
 */
function fingerprint(request: Request, placer: Placer): Uint8Array<ArrayBuffer> {
  const { tip, ...rest } = request;
  const text = JSON.stringify([{ ...rest, tip: tip && toWire(tip) }, placer]);
  return new Uint8Array(keyedHash('order', text));
}
