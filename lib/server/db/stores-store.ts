import type { Channel } from '@/lib/orders/order';
import type { StoreSettings } from '@/lib/orders/store-settings';
import type { MerchantModel, StoreModel } from './generated/models';
import { merchantOf, type MerchantRecord } from './merchants-store';
import { databasePrisma } from './prisma';

/** A store with its merchant, who is paid. */
export interface StoreRecord {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly settings: StoreSettings;
  readonly merchant: MerchantRecord;
}

const include = { merchant: true } as const;

export async function findStore(id: string): Promise<StoreRecord | null> {
  const row = await databasePrisma().store.findUnique({ where: { id }, include });
  return row && storeOf(row);
}

/** The first store that sells online; the demo has one. */
export async function findOnlineStore(): Promise<StoreRecord | null> {
  const row = await databasePrisma().store.findFirst({
    where: { channel: 'online' },
    orderBy: { createdAt: 'asc' },
    include,
  });
  return row && storeOf(row);
}

export async function hasStores(): Promise<boolean> {
  return (await databasePrisma().store.count()) > 0;
}

function storeOf({ merchant, ...row }: StoreModel & { merchant: MerchantModel }): StoreRecord {
  const { id, name, country, tipPercents, answerWithinSeconds } = row;
  return {
    id,
    name,
    channel: row.channel as Channel,
    settings: { country, tipPercents, answerWithinSeconds },
    merchant: merchantOf(merchant),
  };
}
