/** What depends on the currency alone, or is taken from it when a shop is set up. */
interface CurrencyFacts {
  /** Digits after the point (ISO 4217); the table ledger_currencies has the same. */
  readonly exponent: number;
  /** As a form names it. */
  readonly label: string;
  /** Largest amount, in minor units, that counts as small: about what a meal for one costs. */
  readonly smallMax: bigint;
  /** ISO 3166 code: where a new shop with this currency is, and how its guests' phone numbers read. */
  readonly country: string;
  /** IANA name: where the day of a new shop begins. */
  readonly timeZone: string;
  /** Percent; what a new shop offers, none where nobody tips. */
  readonly tipPercents: readonly number[];
}

/** Every currency that the ledger keeps. A new one also needs a row in ledger_currencies. */
export const CURRENCY_FACTS = {
  CNY: {
    exponent: 2,
    label: 'Yuan ¥',
    smallMax: 200_00n,
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    tipPercents: [],
  },
  EUR: {
    exponent: 2,
    label: 'Euro €',
    smallMax: 25_00n,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    tipPercents: [5, 10],
  },
  USD: {
    exponent: 2,
    label: 'Dollar $',
    smallMax: 30_00n,
    country: 'US',
    timeZone: 'America/New_York',
    tipPercents: [15, 18, 20],
  },
  JPY: {
    exponent: 0,
    label: 'Yen ¥',
    smallMax: 4_000n,
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    tipPercents: [],
  },
} as const satisfies Record<string, CurrencyFacts>;

export type CurrencyCode = keyof typeof CURRENCY_FACTS;

export const CURRENCIES = Object.keys(CURRENCY_FACTS) as CurrencyCode[];

export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(CURRENCY_FACTS, text);
}
