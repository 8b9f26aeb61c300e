import { expect, it } from 'vitest';
import { minor } from '@/lib/money/money';
import { isSmall } from './small-amount';

it.each([
  ['CNY', 20_000n, true],
  ['CNY', 20_001n, false],
  ['JPY', 4_000n, true],
  ['JPY', 4_001n, false],
  ['EUR', 2_500n, true],
] as const)('%s %s: %s', (currency, amount, small) => {
  expect(isSmall({ amount: minor(amount), currency })).toBe(small);
});
