import { NO_FEE, type FeeTerms } from '@/lib/ledger/fee';
import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';

/** What holds for a merchant in all its stores. */
export interface MerchantSettings {
  /** What the platform keeps of new payments. */
  readonly feeTerms: FeeTerms;
  /** An IANA name: where the merchant's day begins and ends. */
  readonly timeZone: string;
  readonly currency: CurrencyCode;
}

/** What a new merchant begins with. */
export function merchantSettingsFor(currency: CurrencyCode): MerchantSettings {
  return { feeTerms: NO_FEE, timeZone: CURRENCY_FACTS[currency].timeZone, currency };
}
