import { describe, expect, it } from 'vitest';
import { upper95 } from './interval';

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

  it('knows nothing where nothing was tried, and where all was seen', () => {
    expect(upper95(0, 0)).toBe(1);
    expect(upper95(5, 5)).toBe(1);
  });
});
