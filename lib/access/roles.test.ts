import { describe, expect, it } from 'vitest';
import { CURRENCY_FACTS } from '@/lib/money/currency';
import { money } from '@/lib/money/money';
import { isAtLeast, mayManage, mayRefund, STAFF_ROLES } from './roles';

describe('roles', () => {
  it.each([
    ['staff', ['staff']],
    ['manager', ['staff', 'manager']],
    ['owner', ['staff', 'manager', 'owner']],
  ] as const)('%s may do what %j may', (role, allowed) => {
    expect(STAFF_ROLES.filter((needed) => isAtLeast(role, needed))).toEqual(allowed);
  });

  it.each([
    ['staff', []],
    ['manager', ['staff']],
    ['owner', ['staff', 'manager']],
  ] as const)('%s invites and removes %j', (role, below) => {
    expect(STAFF_ROLES.filter((other) => mayManage(role, other))).toEqual(below);
  });
});

describe('mayRefund', () => {
  const { smallMax } = CURRENCY_FACTS.CNY;
  it.each([
    ['staff', 0n, smallMax, true],
    ['staff', 0n, smallMax + 1n, false],
    ['staff', smallMax, 1n, false],
    ['manager', 0n, smallMax + 1n, true],
    ['owner', smallMax, smallMax, true],
  ] as const)('%s, after %s, gives back %s: %s', (role, before, amount, may) => {
    expect(mayRefund(role, before, money(amount, 'CNY'))).toBe(may);
  });
});
