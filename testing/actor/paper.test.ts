import { describe, expect, it } from 'vitest';
import { stripsAt } from './paper';

const middle = [320, 240] as const;
const width = (motion: Parameters<typeof stripsAt>[0], tMs: number) =>
  stripsAt(motion, tMs, middle).reduce((sum, strip) => sum + strip.width, 0);

describe('stripsAt', () => {
  it('lays strips side by side, from left to right', () => {
    for (const motion of ['held', 'moved', 'tilted', 'bent', 'zoomed'] as const) {
      for (let tMs = 0; tMs < 5000; tMs += 170) {
        const strips = stripsAt(motion, tMs, middle);
        strips.slice(1).forEach((strip, i) => {
          const before = strips[i];
          if (!before) throw new Error('no strip');
          const seam = before.x + before.width / 2;
          expect(strip.x - strip.width / 2).toBeCloseTo(seam, 6);
          expect(strip.width).toBeGreaterThan(0);
        });
      }
    }
  });

  it('makes a tilted sheet narrower, with one side taller than the other', () => {
    const strips = stripsAt('tilted', 600, middle);
    expect(width('tilted', 600)).toBeLessThan(0.9 * width('held', 600));
    const [first, last] = [strips[0]?.height ?? 0, strips.at(-1)?.height ?? 0];
    expect(Math.abs(first - last)).toBeGreaterThan(50);
  });

  it('bends a sheet evenly to both sides', () => {
    const strips = stripsAt('bent', 600, middle);
    expect(strips[0]?.height).toBeCloseTo(strips.at(-1)?.height ?? 0, 6);
    expect(strips[0]?.height).not.toBeCloseTo(strips[16]?.height ?? 0, 0);
  });

  it('moves and zooms a flat sheet whole', () => {
    const [moved, held] = [stripsAt('moved', 600, middle), stripsAt('held', 600, middle)];
    expect(width('moved', 600)).toBeCloseTo(width('held', 600), 6);
    expect(Math.abs((moved[0]?.x ?? 0) - (held[0]?.x ?? 0))).toBeGreaterThan(20);
    expect(width('zoomed', 600)).toBeGreaterThan(1.1 * width('held', 600));
  });
});
