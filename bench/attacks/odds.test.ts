import { describe, expect, it } from 'vitest';
import { weigh } from './odds';

describe('weigh', () => {
  it('gives tenths of powers of ten', () => {
    const { decibans, from, to } = weigh({ seen: 900, of: 999 }, { seen: 90, of: 999 });
    expect(decibans).toBeCloseTo(10, 0);
    expect(from).toBeLessThan(10);
    expect(to).toBeGreaterThan(10);
  });

  it('is nothing where both show it alike', () => {
    expect(weigh({ seen: 30, of: 60 }, { seen: 30, of: 60 }).decibans).toBe(0);
  });

  it('counts what the others show more often against it', () => {
    const { decibans, to } = weigh({ seen: 1, of: 100 }, { seen: 50, of: 50 });
    expect(decibans).toBeCloseTo(-18.2, 1);
    expect(to).toBeLessThan(-10);
  });

  it('is finite where the others never showed it, and bounded from below alone', () => {
    const { decibans, from, to } = weigh({ seen: 100, of: 100 }, { seen: 0, of: 50 });
    expect(decibans).toBeCloseTo(20.1, 1);
    expect(from).toBeGreaterThan(10);
    expect(to).toBe(Infinity);
  });

  it('says nothing where nothing was tried', () => {
    const { from, to } = weigh({ seen: 0, of: 0 }, { seen: 0, of: 0 });
    expect([from, to]).toEqual([-Infinity, Infinity]);
  });
});
