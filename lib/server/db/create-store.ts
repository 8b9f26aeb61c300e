import type { Product } from '@/lib/orders/menu';
import { toWire } from '@/lib/money/wire';
import { purposesOf } from '@/lib/payments/accounts';
import type { PrismaClient } from './generated/client';
import { openAccounts } from './ledger-store';
import type { MerchantRecord } from './merchants-store';
import type { Queryable } from './queryable';
import type { StoreRecord } from './stores-store';

export interface NewStore extends StoreRecord {
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
  { merchant, settings, owner, products, ...store }: NewStore,
  createdAt: Date,
): Promise<void> {
  await openAccounts(db, purposesOf(merchant.id, merchant.settings.currency));
  await prisma.merchant.create({
    data: {
      ...merchantRow(merchant),
      createdAt,
      stores: {
        create: {
          ...store,
          ...settings,
          tipPercents: [...settings.tipPercents],
          createdAt,
          staff: { create: { ...owner, role: 'owner', createdAt } },
          products: { create: products.map(productRow) },
        },
      },
    },
  });
}

function merchantRow({ id, name, settings }: MerchantRecord) {
  return { id, name, ...settings };
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
