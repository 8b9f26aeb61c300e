import { describe, expect, it } from 'vitest';
import { seeded } from '@/testing/actor/acting';
import type { Dealt, Regular, Visitor } from './deal';
import { playClaims, playDigits } from './play';

const POLICY = { distanceMax: 0.34, ratioMax: 0.8, stepUpMax: 0.45, confirmMax: 0.4 };

/** A place on a line is a descriptor too. */
function at(place: number): Float32Array {
  const descriptor = new Float32Array(128);
  descriptor[0] = place;
  return descriptor;
}

function regular(shopperId: string, template: number, probe: number): Regular {
  return { shopperId, template: at(template), probe: at(probe) };
}

const visitor = (shopperId: string, probe: number): Visitor => ({ shopperId, probe: at(probe) });

/** Ana and Ben look alike, Cem does not; Dee is not enrolled and looks like Cem. */
const DEALT: Dealt = {
  regulars: [regular('ana', 0, 0.1), regular('ben', 0.3, 0.3), regular('cem', 2, 2.4)],
  strangers: [visitor('dee', 2.2)],
};

describe('playClaims', () => {
  const encounters = playClaims(DEALT, POLICY);
  const kindOf = (world: string, claimed: string, who: string) =>
    encounters.find((one) => one.world === world && one.claimed === claimed && one.visitor === who)
      ?.kind;

  it.each([
    // 0.1 is within 0.8 · 0.3 of the neighbour's template, and within 0.8 · 0.2 of the probe's.
    ['genuine', 'ana', 'ana', 'accept'],
    ['genuine', 'cem', 'cem', 'step-up'],
    // Ben himself is enrolled, and stands in his own way.
    ['enrolled', 'ana', 'ben', 'step-up'],
    // Without him, Cem is the nearest neighbour and far.
    ['unknown', 'ana', 'ben', 'accept'],
    ['lonely', 'ana', 'ben', 'accept'],
    ['unknown', 'cem', 'dee', 'accept'],
    ['unknown', 'ana', 'dee', 'unknown'],
    ['enrolled', 'ana', 'dee', undefined],
  ])('%s: %s claimed, %s there', (world, claimed, who, kind) => {
    expect(kindOf(world, claimed, who)).toBe(kind);
  });

  it('plays everybody against everybody once', () => {
    const count = (world: string) => encounters.filter((one) => one.world === world).length;
    expect(['genuine', 'enrolled', 'unknown', 'lonely'].map(count)).toEqual([3, 6, 9, 9]);
  });

  it('leaves the impostor out of the neighbours, whose place another takes', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => regular(`guest-${i}`, 0.5 + i / 100, 9));
    const near = regular('ben', 0.3, 0.3);
    const dealt = { regulars: [regular('ana', 0, 0), near, ...crowd], strangers: [] };
    const played = playClaims(dealt, POLICY);
    const found = played.find((one) => one.world === 'unknown' && one.visitor === 'ben');
    // 0.3 is not within 0.8 · 0.2 of the nearest of the crowd, who was there all the time.
    expect(found).toMatchObject({ claimed: 'ana', kind: 'step-up' });
  });
});

describe('playDigits', () => {
  it('finds the own account among several, and strangers find none or another', () => {
    const dealt: Dealt = {
      regulars: [regular('ana', 0, 0.05), regular('ben', 1, 1.4), regular('cem', 3, 4.5)],
      strangers: [visitor('dee', 3.1)],
    };
    const { genuine, stranger } = playDigits(dealt, 20, POLICY, seeded(1));
    expect(genuine).toEqual([
      { visitor: 'ana', outcome: 'own' },
      { visitor: 'ben', outcome: 'stepped-up' },
      { visitor: 'cem', outcome: 'nobody' },
    ]);
    expect(stranger.at(-1)).toEqual({ visitor: 'dee', outcome: 'somebody-else' });
    expect(stranger.slice(0, 3).map(({ outcome }) => outcome)).toEqual(Array(3).fill('nobody'));
  });
});
