import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import type { Product } from '@/lib/orders/menu';
import { toWire } from '@/lib/money/wire';
import type { Channel } from '@/lib/orders/order';
import { purposesOf } from '@/lib/payments/accounts';
import type { PrismaClient } from './generated/client';
import { openAccounts } from './ledger-store';
import type { Queryable } from './queryable';

export interface NewStore {
  readonly merchantId: string;
  readonly storeId: string;
  readonly payee: string;
  readonly name: string;
  readonly channel: Channel;
  readonly country: string;
  readonly currency: CurrencyCode;
  /** What the platform keeps, in hundredths of a percent; nothing unless told. */
  readonly feeBasisPoints?: number;
  /** The tips that are offered, in percent; none unless told. */
  readonly tipPercents?: readonly number[];
  readonly products: readonly Product[];
  readonly owner: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly passwordHash: string;
  };
}

/** A merchant with its ledger accounts, one store, its owner and its products. */
export async function createStore(
  prisma: PrismaClient,
  db: Queryable,
  store: NewStore,
  createdAt: Date,
): Promise<void> {
  const { merchantId, storeId, currency } = store;
  await openAccounts(db, purposesOf(merchantId, currency));
  await prisma.merchant.create({
    data: {
      id: merchantId,
      name: store.payee,
      currency,
      feeBasisPoints: store.feeBasisPoints ?? 0,
      timeZone: CURRENCY_FACTS[currency].timeZone,
      createdAt,
      stores: {
        create: {
          id: storeId,
          name: store.name,
          channel: store.channel,
          country: store.country,
          tipPercents: [...(store.tipPercents ?? [])],
          createdAt,
          staff: { create: { ...store.owner, role: 'owner', createdAt } },
          products: { create: store.products.map(productRow) },
        },
      },
    },
  });
}

function productRow({ price, optionGroups, ...product }: Product, position: number) {
  return {
    ...product,
    position,
    price: price.amount,
    optionGroups: optionGroups.map(({ choices, ...group }) => ({
      ...group,
      choices: choices.map(({ extra, ...choice }) => ({ ...choice, extra: toWire(extra) })),
    })),
  };
}
