import { z } from 'zod';
import { CURRENCIES } from './currency';
import { MINOR_MAX, minor, type Money } from './money';

/** Checked in one step: BigInt() must not see text that is not a number. */
const isMinorUnits = (text: string) =>
  /^(0|[1-9]\d{0,18})$/.test(text) && BigInt(text) <= MINOR_MAX;

/**
 * Money on the wire: minor units as a decimal string, because JSON numbers are
 * floats. `{"amount":"3800","currency":"CNY"}` is ¥38.00.
 */
export const moneySchema = z
  .strictObject({
    amount: z.string().refine(isMinorUnits, 'not a count of minor units up to 2^63-1'),
    currency: z.enum(CURRENCIES),
  })
  .transform((wire): Money => ({ amount: minor(BigInt(wire.amount)), currency: wire.currency }));

export type MoneyWire = z.input<typeof moneySchema>;

export function toWire(value: Money): MoneyWire {
  return { amount: value.amount.toString(), currency: value.currency };
}
