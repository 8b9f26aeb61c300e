import { describe, expect, it } from 'vitest';
import { lower95, upper95 } from './interval';

describe('upper95', () => {
  it('is the rule of three where nothing was seen', () => {
    expect(upper95(0, 20)).toBeCloseTo(1 - 0.05 ** (1 / 20), 6);
    expect(upper95(0, 300)).toBeCloseTo(3 / 300, 3);
  });

  it('agrees with the tables where something was seen', () => {
    // qbeta(0.95, seen + 1, tried - seen), from R.
    expect(upper95(1, 20)).toBeCloseTo(0.2161, 4);
    expect(upper95(3, 100)).toBeCloseTo(0.0757, 3);
  });

  it('holds for numbers whose powers no double holds', () => {
    // By the normal approximation: 0.91 + 1.645 · √(0.91 · 0.09 / 5000).
    expect(upper95(4550, 5000)).toBeCloseTo(0.9167, 3);
  });

  it('knows nothing where nothing was tried, and where all was seen', () => {
    expect(upper95(0, 0)).toBe(1);
    expect(upper95(5, 5)).toBe(1);
  });
});

describe('lower95', () => {
  it('mirrors the upper bound', () => {
    expect(lower95(20, 20)).toBeCloseTo(0.05 ** (1 / 20), 6);
    expect(lower95(97, 100)).toBeCloseTo(1 - 0.0757, 3);
    expect(lower95(0, 20)).toBe(0);
  });
});
