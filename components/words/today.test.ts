import { expect, it } from 'vitest';
import {
  comparisonWords,
  dayLater,
  dayWords,
  hourWords,
  shortDayWords,
  waitWords,
  weekBeforeWords,
} from './today';

it.each([
  [0, '0 s'],
  [40_400, '40 s'],
  [59_600, '1 min'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [3_780_000, '1 h 3 min'],
  [86_399_000, '23 h 59 min'],
])('%i ms are %s', (milliseconds, words) => {
  expect(waitWords(milliseconds)).toBe(words);
});

it.each([
  [{ kind: 'same' }, 'The same'],
  [{ kind: 'new' }, 'None'],
  [{ kind: 'more', percent: 1_200 }, '1,200 % more'],
  [{ kind: 'less', percent: 3 }, '3 % less'],
] as const)('%j reads %s', (comparison, words) => {
  expect(comparisonWords(comparison)).toBe(words);
});

it('names days by their weekday, wherever it is read', () => {
  expect(dayWords('2026-11-27')).toBe('Friday 27 November');
  expect(shortDayWords('2026-11-02')).toBe('2 Nov');
  expect(dayLater('2026-03-02', -7)).toBe('2026-02-23');
  expect(weekBeforeWords('2026-11-27', '2026-11-27')).toBe('last Friday');
  expect(weekBeforeWords('2026-11-22', '2026-11-27')).toBe('the Sunday before');
  expect(hourWords(9)).toBe('09:00');
});
