import { describe, expect, it } from 'vitest';
import type { RgbSquare } from '@/models/rgb';
import { lightOf } from './light';

const SIZE = 150;

/** A chip painted by a function of the place, in parts of its side. */
function chip(
  paint: (x: number, y: number) => number | readonly [number, number, number],
): RgbSquare {
  const rgb = new Uint8ClampedArray(SIZE * SIZE * 3);
  for (let i = 0; i < SIZE * SIZE; i += 1) {
    const colour = paint((i % SIZE) / SIZE, Math.floor(i / SIZE) / SIZE);
    rgb.set(typeof colour === 'number' ? [colour, colour, colour] : colour, i * 3);
  }
  return { size: SIZE, rgb };
}

const stripes = (period: number) => (x: number) =>
  Math.floor((x * SIZE) / period) % 2 ? 140 : 100;

describe('lightOf', () => {
  it('measures a flat grey chip', () => {
    const light = lightOf(chip(() => 100));
    expect(light).toMatchObject({ burnt: 0, sided: 0, sharpness: 0, mouthDetail: 0, eyeDetail: 0 });
    expect(light.mean).toBeCloseTo(100, 1);
    expect(light.contrast).toBeCloseTo(0, 1);
    light.skin.forEach((value) => expect(value).toBe(100));
  });

  it('weighs colours as eyes do (BT.601)', () => {
    expect(lightOf(chip(() => [0, 255, 0])).mean).toBeCloseTo(0.587 * 255, 0);
    expect(lightOf(chip(() => [0, 0, 255])).mean).toBeCloseTo(0.114 * 255, 0);
  });

  it('sees light from one side', () => {
    expect(lightOf(chip((x) => (x < 0.5 ? 60 : 180))).sided).toBeCloseTo(1, 1);
    expect(lightOf(chip((x) => 100 + 10 * x)).sided).toBeLessThan(0.05);
  });

  it('counts what is burnt out', () => {
    expect(lightOf(chip((_, y) => (y < 0.5 ? 255 : 90))).burnt).toBeCloseTo(0.5, 1);
  });

  it('calls fine stripes sharper than broad ones, and both sharper than a ramp', () => {
    const fine = lightOf(chip(stripes(2))).sharpness;
    const broad = lightOf(chip(stripes(8))).sharpness;
    expect(fine).toBeGreaterThan(broad);
    expect(broad).toBeGreaterThan(lightOf(chip((x) => 60 + 120 * x)).sharpness + 100);
  });

  it('sees a flat mouth under lively eyes, and the reverse', () => {
    const masked = lightOf(chip((x, y) => (y < 0.5 ? stripes(4)(x) : 120)));
    expect(masked.mouthDetail).toBeLessThan(0.02);
    expect(masked.eyeDetail).toBeGreaterThan(0.1);
    const glasses = lightOf(chip((x, y) => (y > 0.5 ? stripes(4)(x) : 30)));
    expect(glasses.eyeDetail).toBeLessThan(0.02);
    expect(glasses.mouthDetail).toBeGreaterThan(0.1);
  });

  it('reads skin from the cheeks only', () => {
    const face = chip((x, y) =>
      Math.abs(y - 0.5) < 0.06 && (x < 0.36 || x > 0.62) ? [200, 150, 120] : [10, 10, 10],
    );
    expect(lightOf(face).skin).toEqual([200, 150, 120]);
  });
});
