import { CURRENCY_FACTS, type CurrencyCode } from './currency';
import { money, type Money } from './money';

/** `¥38.00`, `€1,234.50`: for people. */
export function formatMoney({ amount, currency }: Money, locale = 'en'): string {
  // Intl takes a decimal string without rounding it through a float.
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.format(toDecimal(amount, currency) as `${number}`);
}

/** `38.00`: minor units as an exact decimal text. */
export function toDecimal(amount: bigint, currency: CurrencyCode): string {
  const { exponent } = CURRENCY_FACTS[currency];
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent > 0 ? `.${digits.slice(-exponent)}` : '';
  return `${amount < 0n ? '-' : ''}${whole}${fraction}`;
}

/**
 * What a person typed, e.g. `38` or `38.5`, as money.
 * @returns undefined when it is not an amount of this currency.
 */
export function parseMoney(text: string, currency: CurrencyCode): Money | undefined {
  const { exponent } = CURRENCY_FACTS[currency];
  const match = /^(\d{1,15})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '0', fraction = ''] = match;
  if (fraction.length > exponent) return undefined;
  return money(BigInt(whole + fraction.padEnd(exponent, '0')), currency);
}
