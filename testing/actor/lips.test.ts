import { describe, expect, it } from 'vitest';
import { shutLips } from './lips';
import type { FacePoint } from './expression';

/** Nose at 0.7, chin at 1.8, a mouth from −0.3 to 0.3 that gapes from 1.1 to 1.2. */
const marks = Array.from({ length: 68 }, (): FacePoint => [0, 0]);
marks[33] = [0, 0.7];
marks[8] = [0, 1.8];
marks[60] = [-0.3, 1.15];
marks[64] = [0.3, 1.15];
[61, 62, 63].forEach((i, k) => (marks[i] = [-0.15 + 0.15 * k, 1.1]));
[67, 66, 65].forEach((i, k) => (marks[i] = [-0.15 + 0.15 * k, 1.2]));

describe('shutLips', () => {
  it('changes nothing at amount 0', () => {
    const lips = shutLips(marks, 0);
    expect(lips.forward([0, 1.12])).toEqual([0, 1.12]);
    expect(lips.back(0, 1.12)).toBe(1.12);
  });

  it('shows nothing from between the lips once they meet', () => {
    const { back } = shutLips(marks, 1);
    for (let y = 0.5; y < 2; y += 0.001) {
      const from = back(0, y);
      expect(from <= 1.1 || from >= 1.2).toBe(true);
    }
  });

  it('leaves nose, chin and cheeks where they are', () => {
    const { forward, back } = shutLips(marks, 1);
    expect(forward([0, 0.6])).toEqual([0, 0.6]);
    expect(back(0, 1.9)).toBe(1.9);
    expect(back(0.5, 1.15)).toBe(1.15);
  });

  it('goes back to where it came from', () => {
    const { forward, back } = shutLips(marks, 0.6);
    for (const y of [0.75, 0.9, 1.05, 1.25, 1.5, 1.75]) {
      expect(back(0.1, forward([0.1, y])[1])).toBeCloseTo(y, 9);
    }
  });
});
