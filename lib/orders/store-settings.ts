import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';

/** What holds for one store. */
export interface StoreSettings {
  /** ISO 3166: phone numbers without a country code are read as this country's. */
  readonly country: string;
  /** The tips that are offered before paying, in percent; none where nobody tips. */
  readonly tipPercents: readonly number[];
  /** The staff have this long to answer a paid order; then the payer has the money back. */
  readonly answerWithinSeconds: number;
}

/** A quarter of an hour. */
const ANSWER_WITHIN_SECONDS = 900;

/** What a new store begins with. */
export function storeSettingsFor(currency: CurrencyCode): StoreSettings {
  const { country, tipPercents } = CURRENCY_FACTS[currency];
  return { country, tipPercents, answerWithinSeconds: ANSWER_WITHIN_SECONDS };
}
