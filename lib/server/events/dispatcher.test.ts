import { describe, expect, it } from 'vitest';
import { ATTEMPTS_MAX, nextTry } from './dispatcher';

const at = new Date('2026-11-24T12:00:00.000Z');
const delay = (attempts: number, random: number) =>
  (nextTry(attempts, at, random)?.getTime() ?? NaN) - at.getTime();

describe('nextTry', () => {
  it('waits twice as long after each failure', () => {
    const longest = Array.from({ length: ATTEMPTS_MAX - 1 }, (_, i) => delay(i + 1, 1));
    expect(longest).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].map((s) => s * 1000));
    expect(delay(ATTEMPTS_MAX - 1, 0)).toBe(512_000);
  });

  it('gives up after the last try', () => {
    expect(nextTry(ATTEMPTS_MAX, at, 0)).toBeNull();
  });
});
