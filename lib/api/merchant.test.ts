import { expect, it } from 'vitest';
import { dayParams } from './merchant';

it.each(['2026-11-24', '2024-02-29', '1970-01-01', '9999-12-31'])('%s is a day', (day) => {
  expect(dayParams.parse({ day })).toEqual({ day });
});

it.each([
  '0000-01-01',
  '0000-00-00',
  '0001-01-01',
  '-0001-01-01',
  '+12026-01-01',
  '1969-12-31',
  '2026-02-30',
  '2023-02-29',
  '2026-13-01',
  '2026-1-1',
  '2026-11-24T00:00:00Z',
  '２０２６-11-24',
  'infinity',
  'today',
  '',
])('%j is none', (day) => {
  expect(dayParams.safeParse({ day }).success).toBe(false);
});
