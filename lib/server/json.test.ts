import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from './json';

const parse = (text: string) => parseJson(new TextEncoder().encode(text));

it('reads JSON', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\\u0000'));
      expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
  );
});

it.each([
  ['NUL in a text', String.raw`"Mi\u0000na"`],
  ['NUL deep inside', String.raw`{"a":[{"b":["\u0000"]}]}`],
  ['NUL in a name', String.raw`{"a\u0000":1}`],
  ['half of a pair', String.raw`["\ud83d"]`],
  ['the other half', String.raw`["\ude00 x"]`],
  ['a pair the wrong way round', String.raw`["\ude00\ud83d"]`],
])('refuses what no database keeps: %s', (_, text) => {
  expect(parse(text)).toEqual({ ok: false, reason: 'unstorable' });
});

it('takes a whole pair, spelled out', () => {
  expect(parse(String.raw`"\ud83d\ude00"`)).toEqual({ ok: true, value: '😀' });
});

it.each(['', '{', 'nul', '"\u0000"', '[1,]'])('refuses what is not JSON: %j', (text) => {
  expect(parse(text)).toEqual({ ok: false, reason: 'malformed' });
});

it('is not brought down by depth', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  expect(parse(deep)).toMatchObject({ ok: true });
});
