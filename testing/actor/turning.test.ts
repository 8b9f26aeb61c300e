import { describe, expect, it } from 'vitest';
import { turnRow } from './turning';

/** A row of a ball of radius 40 pixels in front of a flat wall, 100 pixels an eye distance. */
const middle = 100;
const ball = Float32Array.from({ length: 201 }, (_, x) => {
  const off = Math.abs(x - middle);
  return off < 40 ? Math.sqrt(40 ** 2 - off ** 2) / 100 : 0;
});
const turned = (angle: number) => turnRow(ball, { scale: 100, middle, angle });

describe('turnRow', () => {
  it('leaves a row alone at angle 0', () => {
    const shown = turned(0);
    shown.forEach((column, x) => expect(column).toBeCloseTo(x, 3));
  });

  it('moves what stands out to the right at a positive angle, more than what lies behind', () => {
    const shown = turned(0.3);
    const tip = shown.findIndex((column) => column >= middle);
    const shift = tip - middle;
    expect(shift).toBeGreaterThan(0.3 * 0.9 * 90);
    const mirrored = turned(-0.3).findIndex((column) => column >= middle);
    expect(middle - mirrored).toBeCloseTo(shift, -0.5);
  });

  it('shows the nearer point where two lie behind one another', () => {
    // At 40° the far flank of the ball folds over: columns must still rise from left to right.
    const shown = [...turned(0.7)].filter((column) => column >= 0);
    const back = shown.filter((column, i) => i > 0 && column < (shown[i - 1] ?? 0) - 1e-3);
    expect(back).toEqual([]);
  });

  it('leaves no hole in a turned surface', () => {
    const shown = turned(0.5);
    const first = shown.findIndex((column) => column >= 0);
    const last = shown.findLastIndex((column) => column >= 0);
    expect(shown.subarray(first, last + 1).every((column) => column >= 0)).toBe(true);
    expect(last - first).toBeGreaterThan(100);
  });
});
