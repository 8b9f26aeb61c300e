import 'server-only';
import type { MenuView, StoreMenu } from '@/lib/api/menu';
import { toWire } from '@/lib/money/wire';
import type { Menu } from '@/lib/orders/menu';
import { findMenu } from '../db/menu-store';
import { findOnlineStore, findStore, type StoreRecord } from '../db/stores-store';

/** The online shop with its goods, or null where there is none. */
export async function findOnlineMenu(): Promise<StoreMenu | null> {
  const store = await findOnlineStore();
  return store && menuOf(store);
}

/** @requires a store that exists: a paired terminal's or a signed-in member's. */
export async function readMenu(storeId: string): Promise<StoreMenu> {
  const store = await findStore(storeId);
  if (!store) throw new Error('a terminal belongs to a store that does not exist');
  return menuOf(store);
}

async function menuOf(store: StoreRecord): Promise<StoreMenu> {
  const menu = await findMenu(store);
  const { id: storeId, name: storeName, settings, merchant } = store;
  const { tipPercents } = settings;
  return { storeId, storeName, payee: merchant.name, tipPercents, menu: viewMenu(menu) };
}

function viewMenu({ currency, products }: Menu): MenuView {
  return {
    currency,
    products: products.map(({ price, optionGroups, ...product }) => ({
      ...product,
      price: toWire(price),
      optionGroups: optionGroups.map(({ choices, ...group }) => ({
        ...group,
        choices: choices.map(({ extra, ...choice }) => ({ ...choice, extra: toWire(extra) })),
      })),
    })),
  };
}
