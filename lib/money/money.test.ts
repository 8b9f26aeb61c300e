import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES } from './currency';
import { formatMoney, parseMoney, toDecimal } from './format';
import { MINOR_MAX, add, minor, money, times } from './money';
import { moneySchema, toWire } from './wire';

const anyMoney = fc
  .tuple(fc.bigInt({ min: 0n, max: MINOR_MAX }), fc.constantFrom(...CURRENCIES))
  .map(([amount, currency]) => money(amount, currency));

describe('money', () => {
  it('refuses what the ledger could not store', () => {
    expect(minor(MINOR_MAX)).toBe(MINOR_MAX);
    expect(() => minor(MINOR_MAX + 1n)).toThrow(RangeError);
  });

  it('adds only within one currency', () => {
    expect(add(money(100, 'CNY'), money(50, 'CNY'))).toEqual(money(150, 'CNY'));
    expect(() => add(money(100, 'CNY'), money(50, 'EUR'))).toThrow(TypeError);
  });

  it('multiplies by whole quantities', () => {
    expect(times(money(380, 'EUR'), 3)).toEqual(money(1140, 'EUR'));
  });

  it('survives the wire unchanged', () => {
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(moneySchema.parse(JSON.parse(JSON.stringify(toWire(value))))).toEqual(value);
      }),
    );
  });

  it.each(['-1', '1.5', '01', '', '9223372036854775808', 'NaN', '1e3'])(
    'refuses %j as an amount on the wire',
    (amount) => {
      expect(moneySchema.safeParse({ amount, currency: 'CNY' }).success).toBe(false);
    },
  );

  it('prints with the exponent of the currency', () => {
    expect(formatMoney(money(3800, 'CNY'))).toBe('¥38.00');
    expect(formatMoney(money(3800, 'JPY'))).toBe('¥3,800');
    expect(toDecimal(5n, 'EUR')).toBe('0.05');
    expect(toDecimal(MINOR_MAX, 'USD')).toBe('92233720368547758.07');
  });

  it.each([
    ['38', money(3800, 'CNY')],
    ['38.5', money(3850, 'CNY')],
    ['38,50', money(3850, 'CNY')],
    ['38.505', undefined],
    ['', undefined],
    ['-3', undefined],
  ])('reads %j as typed by a person', (text, expected) => {
    expect(parseMoney(text, 'CNY')).toEqual(expected);
  });
});
