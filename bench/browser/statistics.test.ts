import { describe, expect, it } from 'vitest';
import { percentile, rateOf } from './statistics';

describe('percentile', () => {
  it.each([
    [[7], 0.5, 7],
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 2, 3, 4, 5], 0.5, 3],
    [Array.from({ length: 20 }, (_, i) => i + 1), 0.95, 19],
    [[3, 1, 2], 1, 3],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(percentile(values, p)).toBe(expected);
  });

  it('of nothing is an error, not a zero', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('rateOf', () => {
  it.each([
    [[0, 40, 80, 120], 25],
    [[1000, 3000], 0.5],
    [[5], 0],
    [[], 0],
  ])('of %j is %d a second', (times, expected) => {
    expect(rateOf(times)).toBe(expected);
  });
});
