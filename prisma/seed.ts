import { topUp } from '@/lib/ledger/postings';
import { money } from '@/lib/money/money';
import { storeSettingsFor } from '@/lib/orders/store-settings';
import { merchantSettingsFor } from '@/lib/payments/merchant-settings';
import { hashSecret } from '@/lib/server/access/password';
import { createStore, type NewStore } from '@/lib/server/db/create-store';
import type { PrismaClient } from '@/lib/server/db/generated/client';
import { openAccounts, postGroup } from '@/lib/server/db/ledger-store';
import { createPool } from '@/lib/server/db/pool';
import { createPrisma } from '@/lib/server/db/prisma';
import type { Queryable } from '@/lib/server/db/queryable';
import { restaurantMenu, shopGoods } from '@/lib/server/demo/menus';
import {
  DEMO_OPERATOR,
  DEMO_PASSWORD,
  DEMO_RESTAURANT,
  DEMO_SHOP,
  DEMO_SHOPPERS,
} from '@/lib/server/demo/people';

const CURRENCY = 'CNY';
const POCKET_MONEY = money(50_000, CURRENCY);

/** Fills in the demo: a restaurant, an online shop and two shoppers with some money. Once. */
export async function seedDemo(url: string): Promise<void> {
  const pool = createPool(url, 2);
  try {
    const prisma = createPrisma(pool);
    const seeded = await prisma.store.findUnique({ where: { id: DEMO_RESTAURANT.storeId } });
    if (!seeded) await seed(prisma, pool);
    await seedOperator(prisma);
    // Demos from before numbers were proven.
    await prisma.shopper.updateMany({
      where: { id: { in: DEMO_SHOPPERS.map(({ id }) => id) }, phoneProvenAt: null },
      data: { phoneProvenAt: new Date() },
    });
  } finally {
    await pool.end();
  }
}

async function seed(prisma: PrismaClient, db: Queryable): Promise<void> {
  const createdAt = new Date();
  const passwordHash = await hashSecret(DEMO_PASSWORD);
  for (const shopper of DEMO_SHOPPERS) {
    await seedShopper(prisma, db, { ...shopper, passwordHash, createdAt });
  }
  await createStore(
    prisma,
    db,
    {
      ...storeOf(DEMO_SHOP, passwordHash),
      channel: 'online',
      products: shopGoods(CURRENCY),
    },
    createdAt,
  );
  // Last, because its presence says that the demo is complete.
  await createStore(
    prisma,
    db,
    {
      ...storeOf(DEMO_RESTAURANT, passwordHash),
      channel: 'counter',
      products: restaurantMenu(CURRENCY),
    },
    createdAt,
  );
}

/** Demos from before there were operators get one too. */
async function seedOperator(prisma: PrismaClient): Promise<void> {
  const { id } = DEMO_OPERATOR;
  if (await prisma.operator.findUnique({ where: { id } })) return;
  const passwordHash = await hashSecret(DEMO_PASSWORD);
  await prisma.operator.create({
    data: { ...DEMO_OPERATOR, passwordHash, createdAt: new Date() },
  });
}

function storeOf(
  demo: typeof DEMO_SHOP | typeof DEMO_RESTAURANT,
  passwordHash: string,
): Omit<NewStore, 'channel' | 'products'> {
  const { storeId: id, name, merchantId, payee, feeTerms, tipPercents, staff } = demo;
  const merchant = {
    id: merchantId,
    name: payee,
    settings: { ...merchantSettingsFor(CURRENCY), feeTerms },
  };
  const settings = { ...storeSettingsFor(CURRENCY), tipPercents };
  return { id, name, settings, merchant, owner: { ...staff, passwordHash } };
}

interface DemoShopper {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly pin: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

async function seedShopper(
  prisma: PrismaClient,
  db: Queryable,
  { pin, ...shopper }: DemoShopper,
): Promise<void> {
  const data = {
    ...shopper,
    currency: CURRENCY,
    pinHash: await hashSecret(pin),
    phoneProvenAt: shopper.createdAt,
  };
  await prisma.shopper.upsert({ where: { id: shopper.id }, create: data, update: {} });
  const [from = '', to = ''] = await openAccounts(db, [
    { kind: 'bank', currency: CURRENCY },
    { kind: 'wallet', ownerId: shopper.id, currency: CURRENCY },
  ]);
  // The shopper's id serves as the transfer's, so that a seed cut short can run again.
  const posting = { id: shopper.id, referenceId: shopper.id };
  await postGroup(db, topUp(posting, { from, to, amount: POCKET_MONEY }));
}
