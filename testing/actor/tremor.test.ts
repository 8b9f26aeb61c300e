import { describe, expect, it } from 'vitest';
import { tremorAt } from './tremor';

const times = Array.from({ length: 3000 }, (_, i) => i * 33);

describe('tremorAt', () => {
  it('is about as wide as a gaussian of deviation 1, around 0', () => {
    const xs = times.map((tMs) => tremorAt(tMs, 5).x);
    const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
    const deviation = Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / xs.length);
    expect(Math.abs(mean)).toBeLessThan(0.15);
    expect(deviation).toBeGreaterThan(0.85);
    expect(deviation).toBeLessThan(1.15);
  });

  it('moves smoothly: a few milliseconds are next to nothing', () => {
    for (const tMs of times) {
      const step = Math.abs(tremorAt(tMs + 2, 5).y - tremorAt(tMs, 5).y);
      expect(step).toBeLessThan(0.25);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(tremorAt(1234, 1)).toEqual(tremorAt(1234, 1));
    expect(tremorAt(1234, 1)).not.toEqual(tremorAt(1234, 2));
  });
});
