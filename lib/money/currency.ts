/** What the app knows of a currency. Amounts are minor units. */
interface CurrencyFacts {
  /** Digits after the point (ISO 4217). */
  readonly exponent: number;
  /** As the set-up form offers it. */
  readonly label: string;
  /** Where a store that takes it is, until its owner says otherwise (ISO 3166). */
  readonly country: string;
  /** Where its merchant's day begins (IANA). */
  readonly timeZone: string;
  /** The tips that are usual there, in percent; none where nobody tips. */
  readonly tipPercents: readonly number[];
  /** What a meal for one costs: up to this, a payment asks for less of the person. */
  readonly smallMax: bigint;
  /** What a face alone may pay; above it the PIN is asked for as well. */
  readonly faceLimits: {
    /** Until the shopper chooses: for one payment, and for all within 24 hours. */
    readonly payment: bigint;
    readonly day: bigint;
    /** In the first 24 hours of an enrolled face, whatever the shopper chose. */
    readonly newPayment: bigint;
    readonly newDay: bigint;
    /** The highest that a shopper may choose. */
    readonly paymentMax: bigint;
    readonly dayMax: bigint;
  };
  /** The sandbox bank's limit for one top-up. */
  readonly topUpMax: bigint;
  /** The top-ups that are suggested, in whole units; the second one is typed in beforehand. */
  readonly topUps: readonly [string, string, string, string];
}

/**
 * Every currency that the ledger keeps, and every fact about it. A new one is an entry here and
 * a row of `ledger_currencies` (a test compares the two).
 */
export const CURRENCY_FACTS = {
  CNY: {
    exponent: 2,
    label: 'Yuan ¥',
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    tipPercents: [],
    smallMax: 200_00n,
    faceLimits: {
      payment: 500_00n,
      day: 2_000_00n,
      newPayment: 200_00n,
      newDay: 500_00n,
      paymentMax: 2_000_00n,
      dayMax: 10_000_00n,
    },
    topUpMax: 10_000_00n,
    topUps: ['50', '100', '200', '500'],
  },
  EUR: {
    exponent: 2,
    label: 'Euro €',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    tipPercents: [5, 10],
    smallMax: 25_00n,
    faceLimits: {
      payment: 100_00n,
      day: 400_00n,
      newPayment: 50_00n,
      newDay: 150_00n,
      paymentMax: 500_00n,
      dayMax: 2_000_00n,
    },
    topUpMax: 10_000_00n,
    topUps: ['50', '100', '200', '500'],
  },
  USD: {
    exponent: 2,
    label: 'Dollar $',
    country: 'US',
    timeZone: 'America/New_York',
    tipPercents: [15, 18, 20],
    smallMax: 30_00n,
    faceLimits: {
      payment: 100_00n,
      day: 400_00n,
      newPayment: 50_00n,
      newDay: 150_00n,
      paymentMax: 500_00n,
      dayMax: 2_000_00n,
    },
    topUpMax: 10_000_00n,
    topUps: ['50', '100', '200', '500'],
  },
  JPY: {
    exponent: 0,
    label: 'Yen ¥',
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    tipPercents: [],
    smallMax: 4_000n,
    faceLimits: {
      payment: 10_000n,
      day: 40_000n,
      newPayment: 4_000n,
      newDay: 10_000n,
      paymentMax: 50_000n,
      dayMax: 200_000n,
    },
    topUpMax: 1_000_000n,
    topUps: ['1000', '3000', '5000', '10000'],
  },
} as const satisfies Record<string, CurrencyFacts>;

export type CurrencyCode = keyof typeof CURRENCY_FACTS;

export const CURRENCIES = Object.keys(CURRENCY_FACTS) as CurrencyCode[];

/** Until somebody chooses. */
export const DEFAULT_CURRENCY: CurrencyCode = 'CNY';
export const DEFAULT_COUNTRY = CURRENCY_FACTS[DEFAULT_CURRENCY].country;

export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(CURRENCY_FACTS, text);
}
