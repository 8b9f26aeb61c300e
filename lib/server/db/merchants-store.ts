import { feeTermsSchema } from '@/lib/ledger/fee';
import { DEFAULT_CURRENCY, type CurrencyCode } from '@/lib/money/currency';
import type { MerchantSettings } from '@/lib/payments/merchant-settings';
import type { MerchantModel } from './generated/models';
import { knownCurrency } from './known-currency';
import { databasePrisma } from './prisma';

export interface MerchantRecord {
  readonly id: string;
  /** Who is paid, as payment screens name it. */
  readonly name: string;
  readonly settings: MerchantSettings;
}

/** @requires a merchant that exists: a signed-in member's. */
export async function findMerchant(id: string): Promise<MerchantRecord> {
  return merchantOf(await databasePrisma().merchant.findUniqueOrThrow({ where: { id } }));
}

/** What new wallets are kept in: the currency of the first merchant. */
export async function findWalletCurrency(): Promise<CurrencyCode> {
  const merchant = await databasePrisma().merchant.findFirst({ orderBy: { createdAt: 'asc' } });
  return merchant ? knownCurrency(merchant.currency) : DEFAULT_CURRENCY;
}

/** @throws ZodError, TypeError when the row makes no sense: a loud fault, never a guess */
export function merchantOf({
  id,
  name,
  currency,
  feeTerms,
  timeZone,
}: MerchantModel): MerchantRecord {
  const settings = {
    feeTerms: feeTermsSchema.parse(feeTerms),
    timeZone,
    currency: knownCurrency(currency),
  };
  return { id, name, settings };
}
