import { describe, expect, it } from 'vitest';
import { answerNoSoonerThan } from './answer-floor';

/** A clock that stands still unless somebody works or waits. */
function clockwork({ earlyMs = 0 } = {}) {
  let nowMs = 5_000;
  const pass = (ms: number) => {
    nowMs += ms;
    return Promise.resolve();
  };
  // Timers of Node may fire a little early; what is left is at least a millisecond.
  const wait = (ms: number) => pass(Math.max(1, ms - earlyMs));
  return { pass, elapsed: () => nowMs - 5_000, stopwatch: { nowMs: () => nowMs, wait } };
}

describe('answerNoSoonerThan', () => {
  it.each([
    [0, 300],
    [120, 300],
    [299.5, 300.5],
    [300, 300],
    [450, 450],
  ])('work of %d ms is answered after %d ms', async (workMs, answeredMs) => {
    const { pass, elapsed, stopwatch } = clockwork();
    const work = async () => {
      await pass(workMs);
      return 'done';
    };
    expect(await answerNoSoonerThan(300, work, stopwatch)).toBe('done');
    expect(elapsed()).toBe(answeredMs);
  });

  it('holds with timers that fire early', async () => {
    const { elapsed, stopwatch } = clockwork({ earlyMs: 2 });
    await answerNoSoonerThan(300, () => Promise.resolve(), stopwatch);
    expect(elapsed()).toBeGreaterThanOrEqual(300);
  });

  it('lets a fault through, as late as an answer', async () => {
    const { elapsed, stopwatch } = clockwork();
    const fault = new Error('broken');
    const work = () => Promise.reject<string>(fault);
    await expect(answerNoSoonerThan(300, work, stopwatch)).rejects.toBe(fault);
    expect(elapsed()).toBe(300);
  });
});
