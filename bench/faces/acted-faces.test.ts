import { describe, expect, it } from 'vitest';
import { FRAME } from '@/testing/actor/lattice';
import { blank, type Point } from '@/testing/actor/raster';
import { litFrom, winking } from './acted-faces';

const { width, height, eyesX, eyesY, scale } = FRAME;

/** Skin everywhere, and a dark open eye at each side. */
function face() {
  const frame = blank(width, height);
  frame.data.fill(200);
  const eye = (middle: number, from: number): [number, Point][] => {
    const at = (x: number, y: number): Point => [middle + x * scale, eyesY + y * scale];
    const places = [at(-0.2, 0), at(-0.1, -0.08), at(0.1, -0.08), at(0.2, 0), at(0.1, 0.08)];
    return [...places, at(-0.1, 0.08)].map((place, i) => [from + i, place]);
  };
  const marks: Point[] = Array.from({ length: 68 }, () => [0, 0]);
  const [left, right] = [eyesX - scale / 2, eyesX + scale / 2];
  [...eye(left, 36), ...eye(right, 42)].forEach(([index, place]) => (marks[index] = place));
  for (const middle of [left, right]) {
    for (let y = eyesY - 5; y <= eyesY + 5; y++) {
      frame.data.fill(20, (y * width + middle - 8) * 4, (y * width + middle + 8) * 4);
    }
  }
  const darkAt = (x: number) => frame.data[(eyesY * width + x) * 4] === 20;
  return { frame, marks, eyes: () => [darkAt(left), darkAt(right)] };
}

describe('winking', () => {
  it.each([
    ['left', [false, true]],
    ['right', [true, false]],
  ] as const)('shuts the eye on the %s and no other', (side, open) => {
    const { frame, marks, eyes } = face();
    expect(eyes()).toEqual([true, true]);
    winking(frame, marks, side);
    expect(eyes()).toEqual(open);
  });
});

describe('litFrom', () => {
  it.each(['left', 'right'] as const)('darkens the cheek away from a lamp on the %s', (side) => {
    const { frame } = face();
    litFrom(frame, side);
    const cheek = (by: number) => frame.data[((eyesY + 30) * width + eyesX + by) * 4] ?? NaN;
    const [near, far] = side === 'left' ? [cheek(-60), cheek(60)] : [cheek(60), cheek(-60)];
    expect(far).toBeLessThan(near * 0.4);
    expect(frame.data[3]).toBe(200);
  });
});
