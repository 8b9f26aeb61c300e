import { describe, expect, it } from 'vitest';
import { EMBEDDER } from '@/models/embedder/model';
import { evenlyLit } from './even-light';
import { lightOf } from './light';

const SIZE = EMBEDDER.inputSize;

/** A chequered grey chip; `shadow` is the light that is left at its right edge. */
function chip(shadow: number) {
  const rgb = new Uint8ClampedArray(SIZE * SIZE * 3);
  for (let i = 0; i < SIZE * SIZE; i += 1) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const own = (x >> 3) % 2 === (y >> 3) % 2 ? 170 : 110;
    rgb.fill(own * (1 - ((1 - shadow) * x) / SIZE), i * 3, i * 3 + 3);
  }
  return { size: SIZE, rgb };
}

describe('evenlyLit', () => {
  it('leaves a chip in good light as it is', () => {
    const lit = chip(0.9);
    expect(evenlyLit(lit, lightOf(lit).sided)).toBe(lit);
  });

  it('takes most of the shadow away, and keeps the face in it', () => {
    const shadowed = chip(0.1);
    const { sided } = lightOf(shadowed);
    const even = lightOf(evenlyLit(shadowed, sided));
    expect(sided).toBeGreaterThan(0.45);
    expect(even.sided).toBeLessThan(sided * 0.6);
    expect(even.sharpness).toBeGreaterThan(lightOf(shadowed).sharpness * 0.7);
  });

  it('does not jump where it begins', () => {
    const shadowed = chip(0.5);
    const before = evenlyLit(shadowed, 0.25).rgb;
    const after = evenlyLit(shadowed, 0.255).rgb;
    const moved = before.map((value, i) => Math.abs(value - (after[i] ?? 0)));
    expect(Math.max(...moved)).toBeLessThanOrEqual(3);
  });
});
