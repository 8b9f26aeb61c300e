import { expect, it } from 'vitest';
import { soonText } from './soon-text';

const NOW = '2026-11-26T14:05:00.000Z';

it.each([
  ['2026-11-27T14:05:00.000Z', NOW, 'UTC', 'tomorrow 14:05'],
  ['2026-11-26T23:59:00.000Z', NOW, 'UTC', 'today 23:59'],
  // Where the reader is, it is past midnight already.
  ['2026-11-26T17:00:00.000Z', NOW, 'Asia/Shanghai', 'tomorrow 01:00'],
  ['2026-11-28T00:00:00.000Z', NOW, 'UTC', '28 Nov, 00:00'],
  // A day of 25 hours lies between.
  ['2026-10-25T12:00:00.000Z', '2026-10-24T12:00:00.000Z', 'Europe/Berlin', 'tomorrow 13:00'],
])('%s seen at %s in %s is %s', (at, now, timeZone, text) => {
  expect(soonText(new Date(at), new Date(now), timeZone)).toBe(text);
});
