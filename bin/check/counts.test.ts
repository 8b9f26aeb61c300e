import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, inWords, sum } from './counts';

describe('counts', () => {
  it('reads what vitest and Playwright report', () => {
    expect(
      countVitest(
        '{"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1,"success":false}',
      ),
    ).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(
      countPlaywright('{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":2}}'),
    ).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it.each([
    [[], '0 passed, 0 failed'],
    [[{ passed: 3, failed: 0, skipped: 0 }], '3 passed, 0 failed'],
    [
      [
        { passed: 3, failed: 1, skipped: 0 },
        { passed: 2, failed: 0, skipped: 2 },
      ],
      '5 passed, 1 failed, 2 skipped',
    ],
  ])('says %j in one line', (counts, words) => {
    expect(inWords(sum(counts))).toBe(words);
  });

  it('does not take a report for another', () => {
    expect(() => countVitest('{"stats":{}}')).toThrow();
    expect(() => countPlaywright('{}')).toThrow();
  });
});
