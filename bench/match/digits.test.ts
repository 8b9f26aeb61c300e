import { describe, expect, it } from 'vitest';
import { seeded } from '@/lib/server/recognition/drawn-people.fixture';
import { CHOSEN, simulateSharing, UNIFORM } from './digits';

describe('simulateSharing', () => {
  it('leaves one person and a share of the others for uniform digits', () => {
    const sharing = simulateSharing(20_000, UNIFORM, 20, seeded(1));
    expect(sharing.mean).toBeGreaterThan(2.9);
    expect(sharing.mean).toBeLessThan(3.1);
    expect(sharing.alone).toBeCloseTo(Math.exp(-2), 1);
    expect(sharing.overLimit).toBe(0);
  });

  it('sends those with a chosen ending to the whole number in a large store', () => {
    const { overLimit, max } = simulateSharing(100_000, CHOSEN, 20, seeded(2));
    expect(overLimit).toBeGreaterThan(0.05);
    expect(max).toBeGreaterThan(40);
  });

  it('leaves the only regular alone', () => {
    const only = simulateSharing(1, UNIFORM, 20, seeded(3));
    expect(only).toMatchObject({ mean: 1, p50: 1, p99: 1, max: 1, alone: 1, overLimit: 0 });
  });
});
