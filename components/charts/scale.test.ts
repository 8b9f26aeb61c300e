import { describe, expect, it } from 'vitest';
import { percentOf, ticksUpTo } from './scale';

describe('the lines of a scale', () => {
  it.each([
    [0n, [0n]],
    [1n, [0n, 1n]],
    [3n, [0n, 1n, 2n, 3n]],
    [4n, [0n, 1n, 2n, 3n, 4n]],
    [5n, [0n, 2n, 4n, 6n]],
    [380n, [0n, 100n, 200n, 300n, 400n]],
    [401n, [0n, 200n, 400n, 600n]],
    [99_999n, [0n, 50_000n, 100_000n]],
  ])('up to %s', (max, ticks) => {
    expect(ticksUpTo(max)).toEqual(ticks);
  });

  it('reaches the largest amount there is', () => {
    const ticks = ticksUpTo(2n ** 63n - 1n);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(2n ** 63n - 1n);
  });
});

it.each([
  [0, 0, 0],
  [0n, 10n, 0],
  [1, 3, 33.33],
  [10n, 10n, 100],
])('%s of %s is %s %%', (value, whole, percent) => {
  expect(percentOf(value, whole)).toBe(percent);
});
