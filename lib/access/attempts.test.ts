import { describe, expect, it } from 'vitest';
import { attackSince, horizonMs, strictest, verdictOf, type Rule, type Verdict } from './attempts';

const START_MS = Date.parse('2026-11-22T12:00:00.000Z');
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** So many seconds after the start. */
const at = (seconds: number) => new Date(START_MS + seconds * 1000);
const times = (...seconds: number[]) => seconds.map(at);
/** One a second, from the start. */
const failures = (count: number) => Array.from({ length: count }, (_, i) => at(i));

const goOn = (room: number): Verdict => ({ kind: 'go-on', room });
const otherWays: Verdict = { kind: 'other-ways' };
const waitUntil = (seconds: number): Verdict => ({ kind: 'wait', until: at(seconds) });

describe('a row', () => {
  it.each<[what: string, failed: Date[], now: Date, verdict: Verdict]>([
    ['nothing failed', [], at(0), goOn(5)],
    ['one', failures(1), at(1), goOn(4)],
    ['four at once', times(0, 0, 0, 0), at(0), goOn(1)],
    ['five: 30 s from the last', failures(5), at(4), waitUntil(34)],
    ['five, a moment before the end', failures(5), at(33.999), waitUntil(34)],
    ['five, waited', failures(5), at(34), goOn(1)],
    ['six: doubled', failures(6), at(6), waitUntil(65)],
    ['seven', failures(7), at(7), waitUntil(126)],
    ['eight', failures(8), at(8), waitUntil(247)],
    ['nine', failures(9), at(9), waitUntil(488)],
    ['nine, waited', failures(9), at(488), goOn(1)],
    ['ten', failures(10), at(9), otherWays],
    ['ten, just under an hour later', failures(10), at(9 + HOUR_S - 1), otherWays],
    ['ten, an hour later', failures(10), at(9 + HOUR_S), goOn(5)],
    ['eleven, of which some came together', times(...Array<number>(11).fill(0)), at(1), otherWays],
    ['five, of which four before a rest', times(0, 1, 2, 3, 3 + HOUR_S), at(4 + HOUR_S), goOn(4)],
    [
      'five, each just under an hour apart, are a row',
      times(0, 1, 2, 3, 4).map((time, i) => new Date(time.getTime() + i * (HOUR_S - 2) * 1000)),
      at(4 + 4 * (HOUR_S - 2)),
      waitUntil(4 + 4 * (HOUR_S - 2) + 30),
    ],
    ['in another order', failures(6).toReversed(), at(6), waitUntil(65)],
    ["by another instance's clock, a little ahead", failures(5), at(3), waitUntil(34)],
  ])('%s', (_, failed, now, verdict) => {
    expect(verdictOf({ kind: 'row' }, failed, now)).toEqual(verdict);
  });
});

describe('windows', () => {
  const rule: Rule = {
    kind: 'windows',
    limits: [
      { attemptsMax: 3, withinMs: 60_000 },
      { attemptsMax: 5, withinMs: 600_000 },
    ],
  };

  it.each<[what: string, attempted: Date[], now: Date, verdict: Verdict]>([
    ['nothing', [], at(0), goOn(3)],
    ['two', failures(2), at(2), goOn(1)],
    ['two at once', times(0, 0), at(0), goOn(1)],
    ['three: until the first leaves', failures(3), at(3), waitUntil(60)],
    ['three, a moment before', failures(3), at(59.999), waitUntil(60)],
    ['three, waited', failures(3), at(60), goOn(1)],
    ['four within the longer one', times(0, 1, 100, 101), at(161), goOn(1)],
    ['five within the longer one', times(0, 1, 100, 101, 102), at(163), waitUntil(600)],
    ['five, waited', times(0, 1, 100, 101, 102), at(600), goOn(1)],
    ['more than allowed, as another instance let them in', failures(7), at(7), waitUntil(602)],
    ['in another order', failures(3).toReversed(), at(3), waitUntil(60)],
    ["by another instance's clock, a little ahead", times(5, 5, 5), at(3), waitUntil(65)],
  ])('%s', (_, attempted, now, verdict) => {
    expect(verdictOf(rule, attempted, now)).toEqual(verdict);
  });

  it('nothing older than the longest of them counts', () => {
    expect(horizonMs(rule)).toBe(600_000);
    expect(horizonMs({ kind: 'row' })).toBe(10 * HOUR_S * 1000);
  });
});

describe('strictest', () => {
  it.each<[Verdict[], Verdict]>([
    [[], goOn(Infinity)],
    [[goOn(4), goOn(2), goOn(3)], goOn(2)],
    [[goOn(5), waitUntil(3), goOn(1)], waitUntil(3)],
    [[waitUntil(3), waitUntil(60), waitUntil(9)], waitUntil(60)],
    [[waitUntil(60), otherWays, goOn(1)], otherWays],
    [[otherWays, waitUntil(60)], otherWays],
  ])('of %j', (verdicts, verdict) => {
    expect(strictest(verdicts)).toEqual(verdict);
  });
});

describe('attackSince', () => {
  const TEN_MINUTES_S = 10 * MINUTE_S;

  it.each<[what: string, failed: Date[], now: Date, since: Date | null]>([
    ['nothing', [], at(0), null],
    ['two', failures(2), at(2), null],
    ['three', failures(3), at(2), at(0)],
    ['three at once', times(0, 0, 0), at(0), at(0)],
    ['four: the last three', failures(4), at(3), at(1)],
    ['three within just under ten minutes', times(0, 60, 599), at(599), at(0)],
    ['three, the first ten minutes ago', times(0, 60, 600), at(TEN_MINUTES_S), null],
    ['in another order', failures(4).toReversed(), at(3), at(1)],
  ])('%s', (_, failed, now, since) => {
    expect(attackSince(failed, now, { attemptsMax: 3, withinMs: 600_000 })).toEqual(since);
  });
});
