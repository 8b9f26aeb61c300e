import type { CurrencyCode } from './currency';

declare const minorBrand: unique symbol;

/** An amount in minor units (cents, fen; whole yen for JPY). Never a float. */
export type Minor = bigint & { readonly [minorBrand]: 'minor units' };

/** The largest amount that PostgreSQL's bigint holds. */
export const MINOR_MAX = 2n ** 63n - 1n;

export interface Money {
  readonly amount: Minor;
  readonly currency: CurrencyCode;
}

/** @throws RangeError outside ±(2⁶³−1): the ledger could not store it. */
export function minor(value: bigint | number): Minor {
  const amount = BigInt(value);
  if (amount > MINOR_MAX || amount < -MINOR_MAX) throw new RangeError('amount exceeds 2^63-1');
  return amount as Minor;
}

export function money(value: bigint | number, currency: CurrencyCode): Money {
  return { amount: minor(value), currency };
}

/** @requires one currency for both. @throws TypeError otherwise: adding them would be a bug. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`cannot add ${b.currency} to ${a.currency}`);
  return money(a.amount + b.amount, a.currency);
}

/** @requires a whole number of times. */
export function times(unit: Money, quantity: number): Money {
  return money(unit.amount * BigInt(quantity), unit.currency);
}
