import { expect, it } from 'vitest';
import { missedBars } from './bars';

const guessed = { judged: 5, rightAccepted: false };
const streams = { cut: 150, cpuPerOrderMsBefore: 40, cpuPerOrderMsAfter: 60 };
const flood = { signIns: 120, idleHealthMs: 4, worstHealthMs: 200, counterOrderMs: 90 };
const spraying = { judged: 10, alarms: 1 };

it('what holds the bars passes', () => {
  const all = { pinsAtCounter: guessed, pinsOnPhone: guessed, unfreezing: guessed };
  expect(missedBars({ ...all, signingIn: guessed, spraying, streams, flood })).toEqual([]);
  expect(missedBars({})).toEqual([]);
});

it.each([
  ['six guesses', { pinsOnPhone: { judged: 6, rightAccepted: false } }, /own phone: 6 were judged/],
  ['the right one after five', { unfreezing: { judged: 5, rightAccepted: true } }, /unfreeze: the/],
  ['a spray that goes on', { spraying: { judged: 11, alarms: 1 } }, /numbers: 11 were judged/],
  ['no alarm', { spraying: { judged: 10, alarms: 0 } }, /no alarm/],
  ['streams that stay', { streams: { ...streams, cpuPerOrderMsAfter: 61 } }, /40 ms before, 61 ms/],
  ['a health that waits', { flood: { ...flood, worstHealthMs: 201 } }, /after 201 ms, at most 200/],
])('%s is missed', (_, findings, words) => {
  expect(missedBars(findings)).toEqual([expect.stringMatching(words)]);
});

it('a slow machine has more time, one without /proc no CPU to compare', () => {
  expect(missedBars({ flood: { ...flood, idleHealthMs: 30, worstHealthMs: 600 } })).toEqual([]);
  const none = { cut: 150, cpuPerOrderMsBefore: null, cpuPerOrderMsAfter: null };
  expect(missedBars({ streams: none })).toEqual([]);
});
