import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, CURRENCY_FACTS } from '@/lib/money/currency';
import { minor } from '@/lib/money/money';
import {
  changeLimits,
  defaultLimits,
  limitsAt,
  mayBeChosen,
  type ChosenLimits,
  type FaceLimits,
} from './face-limits';

const AT = new Date('2026-11-26T14:05:00.000Z');
const hours = (count: number) => new Date(AT.getTime() + count * 3_600_000);
const TOMORROW = hours(24);

const limits = (perPayment: number, perDay: number, smallOnly = false): FaceLimits => ({
  perPayment: minor(perPayment),
  perDay: minor(perDay),
  smallOnly,
});
const chosen = (current: FaceLimits, next: ChosenLimits['next'] = null) => ({ current, next });
const LOW = limits(100, 400);
const HIGH = limits(500, 2000);
/** Half-way through the wait for more. */
const WAITING = chosen(LOW, { limits: HIGH, from: hours(12) });

describe('changeLimits', () => {
  it.each<[string, ChosenLimits, FaceLimits, ChosenLimits, boolean]>([
    ['lowers at once', chosen(HIGH), LOW, chosen(LOW), false],
    ['keeps what is wanted already', chosen(HIGH), HIGH, chosen(HIGH), false],
    ['raises after a day', chosen(LOW), HIGH, chosen(LOW, { limits: HIGH, from: TOMORROW }), true],
    [
      'lowers one part at once while the other waits',
      chosen(LOW),
      limits(50, 2000),
      chosen(limits(50, 400), { limits: limits(50, 2000), from: TOMORROW }),
      true,
    ],
    [
      'asks for small amounts only at once',
      chosen(LOW),
      limits(100, 400, true),
      chosen(limits(100, 400, true)),
      false,
    ],
    [
      'allows more than small amounts after a day',
      chosen(limits(100, 400, true)),
      LOW,
      chosen(limits(100, 400, true), { limits: LOW, from: TOMORROW }),
      true,
    ],
    ['said again, a raise keeps its time', WAITING, HIGH, WAITING, false],
    [
      'a smaller raise keeps its time too',
      WAITING,
      limits(300, 2000),
      chosen(LOW, { limits: limits(300, 2000), from: hours(12) }),
      false,
    ],
    [
      'a larger one waits anew',
      WAITING,
      limits(501, 2000),
      chosen(LOW, { limits: limits(501, 2000), from: TOMORROW }),
      true,
    ],
    ['what holds now takes a raise back', WAITING, LOW, chosen(LOW), false],
    [
      'a raise whose time has come may be lowered',
      chosen(LOW, { limits: HIGH, from: AT }),
      limits(400, 2000),
      chosen(limits(400, 2000)),
      false,
    ],
  ])('%s', (_, before, wanted, after, raises) => {
    expect(changeLimits(before, wanted, AT)).toEqual({ chosen: after, raises });
  });

  const anyLimits = fc.record({
    perPayment: fc.integer({ min: 0, max: 9 }).map(minor),
    perDay: fc.integer({ min: 0, max: 9 }).map(minor),
    smallOnly: fc.boolean(),
  });
  const wishes = fc.array(
    fc.record({ wanted: anyLimits, afterHours: fc.integer({ min: 0, max: 30 }) }),
    { minLength: 1, maxLength: 12 },
  );

  it('allows nothing that was not wanted a day before, or from the beginning', () => {
    fc.assert(
      fc.property(anyLimits, wishes, (first, wished) => {
        let state = chosen(first);
        let passed = 0;
        const wantedAt: [hour: number, wanted: FaceLimits][] = [[-24, first]];
        for (const { wanted, afterHours } of wished) {
          passed += afterHours;
          const old = wantedAt.filter(([hour]) => hour + 24 <= passed).map(([, each]) => each);
          wantedAt.push([passed, wanted]);
          state = changeLimits(state, wanted, hours(passed)).chosen;
          const { current } = limitsAt(state, hours(passed));
          expect(old.some(({ perPayment }) => current.perPayment <= perPayment)).toBe(true);
          expect(old.some(({ perDay }) => current.perDay <= perDay)).toBe(true);
          expect(current.smallOnly || old.some(({ smallOnly }) => !smallOnly)).toBe(true);
          // And never more than what is wanted now.
          expect(current.perPayment <= wanted.perPayment).toBe(true);
          expect(current.perDay <= wanted.perDay).toBe(true);
          expect(current.smallOnly || !wanted.smallOnly).toBe(true);
        }
      }),
    );
  });
});

describe('limitsAt', () => {
  it('is what held before until the raise begins, and the raise from then on', () => {
    expect(limitsAt(WAITING, AT)).toEqual(WAITING);
    expect(limitsAt(WAITING, hours(12))).toEqual(chosen(HIGH));
  });
});

describe('the limits of each currency', () => {
  it.each(CURRENCIES)('%s: a meal of a new face passes, and defaults may be chosen', (code) => {
    const { smallMax, faceLimits } = CURRENCY_FACTS[code];
    expect(faceLimits.newPayment).toBeGreaterThanOrEqual(smallMax);
    expect(faceLimits.newPayment).toBeLessThan(faceLimits.payment);
    expect(faceLimits.newDay).toBeLessThan(faceLimits.day);
    expect(mayBeChosen(defaultLimits(code).current, code)).toBe(true);
  });

  it.each([
    [limits(2_000_00, 10_000_00), true],
    [limits(2_000_01, 10_000_00), false],
    [limits(2_000_00, 10_000_01), false],
    [limits(0, 0), true],
    [limits(-1, 0), false],
  ])('mayBeChosen %#', (wanted, may) => {
    expect(mayBeChosen(wanted, 'CNY')).toBe(may);
  });
});
