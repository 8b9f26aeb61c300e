import { describe, expect, it } from 'vitest';
import { brightened } from './brighten';

/** Grey from 0 to `white`, evenly. */
function ramp(white: number, size = 40) {
  const count = size * size * 3;
  const rgb = Uint8ClampedArray.from({ length: count }, (_, i) => (i * white) / (count - 1));
  return { size, rgb };
}

describe('brightened', () => {
  it('leaves a lit picture alone', () => {
    const lit = ramp(255);
    expect(brightened(lit)).toBe(lit);
  });

  it('brings the light parts of a dark one up, and keeps black black', () => {
    const { rgb } = brightened(ramp(60));
    expect(rgb[0]).toBe(0);
    expect(rgb[Math.round(rgb.length * 0.97)]).toBeGreaterThan(215);
    expect(rgb[Math.round(rgb.length * 0.5)]).toBeCloseTo(119, -1);
  });

  it('takes no lamp for a lit face', () => {
    const { size, rgb } = ramp(60);
    rgb.fill(255, 0, rgb.length * 0.02);
    expect(brightened({ size, rgb }).rgb[rgb.length - 1]).toBeGreaterThan(215);
  });

  it('makes no day out of night', () => {
    expect(brightened(ramp(4)).rgb.at(-1)).toBe(32);
  });
});
