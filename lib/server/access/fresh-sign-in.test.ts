import { expect, it } from 'vitest';
import { isFresh } from './fresh-sign-in';

const at = new Date('2026-11-22T12:00:00.000Z');
const before = (seconds: number) => new Date(at.getTime() - seconds * 1000);

it.each([
  [0, true],
  [299, true],
  [300, true],
  [301, false],
  [12 * 60 * 60, false],
  [at.getTime() / 1000, false], // a session from before the time was kept
  [-5, true], // another instance's clock
  [-3600, false],
])('a sign-in %d s ago: fresh is %s', (seconds, fresh) => {
  expect(isFresh(before(seconds), at)).toBe(fresh);
});
