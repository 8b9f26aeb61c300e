/** ISO 4217 codes that the ledger keeps, with their exponent (digits after the point). */
export const CURRENCY_EXPONENT = { CNY: 2, EUR: 2, USD: 2, JPY: 0 } as const;

export type CurrencyCode = keyof typeof CURRENCY_EXPONENT;

export const CURRENCIES = Object.keys(CURRENCY_EXPONENT) as CurrencyCode[];

export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(CURRENCY_EXPONENT, text);
}
