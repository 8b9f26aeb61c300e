import { isCurrencyCode, type CurrencyCode } from '@/lib/money/currency';

/** @throws TypeError when the database holds a currency that this version does not know */
export function knownCurrency(code: string): CurrencyCode {
  if (!isCurrencyCode(code)) throw new TypeError(`the ledger holds ${code}`);
  return code;
}
