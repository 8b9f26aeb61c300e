import { z } from 'zod';
import { money } from '@/lib/money/money';
import { moneySchema } from '@/lib/money/wire';
import type { Menu, Product } from '@/lib/orders/menu';
import { databasePrisma } from './prisma';
import type { StoreRecord } from './stores-store';

const optionGroupsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    min: z.number(),
    max: z.number(),
    choices: z.array(z.object({ id: z.string(), name: z.string(), extra: moneySchema })),
  }),
);

export async function findMenu({ id: storeId, merchant }: StoreRecord): Promise<Menu> {
  const { currency } = merchant.settings;
  const rows = await databasePrisma().product.findMany({
    where: { storeId },
    orderBy: { position: 'asc' },
  });
  const products = rows.map((row): Product => ({
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    picture: row.picture,
    price: money(row.price, currency),
    optionGroups: optionGroupsSchema.parse(row.optionGroups),
    available: row.available,
  }));
  return { storeId, currency, products };
}
