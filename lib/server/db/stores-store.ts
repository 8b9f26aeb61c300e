import { z } from 'zod';
import type { CurrencyCode } from '@/lib/money/currency';
import { money } from '@/lib/money/money';
import { moneySchema } from '@/lib/money/wire';
import type { Menu, Product } from '@/lib/orders/menu';
import type { Channel } from '@/lib/orders/order';
import { knownCurrency } from './known-currency';
import { databasePrisma } from './prisma';

export interface StoreRow {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly country: string;
  readonly merchantId: string;
  /** Who is paid, as payment screens name it. */
  readonly payee: string;
  readonly currency: CurrencyCode;
  /** An IANA name: where the shop's day begins and ends. */
  readonly timeZone: string;
  /** What the platform keeps, in hundredths of a percent. */
  readonly feeBasisPoints: number;
  /** The tips that are offered before paying; none where nobody tips. */
  readonly tipPercents: readonly number[];
}

const optionGroupsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    min: z.number(),
    max: z.number(),
    choices: z.array(z.object({ id: z.string(), name: z.string(), extra: moneySchema })),
  }),
);

export async function findStore(id: string): Promise<StoreRow | null> {
  const row = await databasePrisma().store.findUnique({
    where: { id },
    include: { merchant: true },
  });
  return row && storeOf(row);
}

/** The first store that sells online; the demo has one. */
export async function findOnlineStore(): Promise<StoreRow | null> {
  const row = await databasePrisma().store.findFirst({
    where: { channel: 'online' },
    orderBy: { createdAt: 'asc' },
    include: { merchant: true },
  });
  return row && storeOf(row);
}

export interface MerchantRow {
  readonly name: string;
  readonly currency: CurrencyCode;
  /** An IANA name: where the merchant's day begins and ends. */
  readonly timeZone: string;
}

/** @requires a merchant that exists: a signed-in member's. */
export async function findMerchant(id: string): Promise<MerchantRow> {
  const row = await databasePrisma().merchant.findUniqueOrThrow({ where: { id } });
  const { name, currency, timeZone } = row;
  return { name, currency: knownCurrency(currency), timeZone };
}

/** What new wallets are kept in: the currency of the first merchant. */
export async function findWalletCurrency(): Promise<CurrencyCode> {
  const merchant = await databasePrisma().merchant.findFirst({ orderBy: { createdAt: 'asc' } });
  return merchant ? knownCurrency(merchant.currency) : 'CNY';
}

export async function hasStores(): Promise<boolean> {
  return (await databasePrisma().store.count()) > 0;
}

export async function findMenu(store: StoreRow): Promise<Menu> {
  const rows = await databasePrisma().product.findMany({
    where: { storeId: store.id },
    orderBy: { position: 'asc' },
  });
  const products = rows.map((row): Product => ({
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    picture: row.picture,
    price: money(row.price, store.currency),
    optionGroups: optionGroupsSchema.parse(row.optionGroups),
    available: row.available,
  }));
  return { storeId: store.id, currency: store.currency, products };
}

export function findStaffByEmail(
  email: string,
): Promise<{ readonly id: string; readonly passwordHash: string } | null> {
  return databasePrisma().staff.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
}

function storeOf(row: {
  id: string;
  name: string;
  channel: string;
  country: string;
  tipPercents: readonly number[];
  merchant: {
    id: string;
    name: string;
    currency: string;
    timeZone: string;
    feeBasisPoints: number;
  };
}): StoreRow {
  const { id, name, country, tipPercents, merchant } = row;
  return {
    id,
    name,
    channel: row.channel as Channel,
    country,
    merchantId: merchant.id,
    payee: merchant.name,
    currency: knownCurrency(merchant.currency),
    timeZone: merchant.timeZone,
    feeBasisPoints: merchant.feeBasisPoints,
    tipPercents,
  };
}
