import { describe, expect, it } from 'vitest';
import type { Descriptor } from './descriptor';
import { decodeDescriptor, encodeDescriptor } from '@/lib/liveness/evidence';
import { descriptorOf } from '@/lib/liveness/evidence.fixture';
import { euclidean, fuse, matchProbe, type Candidate } from './match';
import { matchPolicyFor } from '@/lib/liveness/policy';
import { decodeDescriptors, encodeDescriptors } from './descriptor';

const policy = { distanceMax: 0.42, marginMin: 0.08 };
const origin: Descriptor = new Float32Array(128);

/** Somebody at exactly this distance from the origin, in a direction of their own. */
function at(distance: number, axis: number): Candidate {
  const template = new Float32Array(128);
  template[axis] = distance;
  return { shopperId: `shopper-${axis}`, template };
}

describe('matchProbe', () => {
  it.each([
    ['nobody enrolled', [], undefined],
    ['one person near enough', [at(0.3, 0)], 'shopper-0'],
    ['one person too far', [at(0.43, 0)], undefined],
    ['a runner-up far behind', [at(0.5, 1), at(0.3, 0)], 'shopper-0'],
    ['a look-alike within the margin', [at(0.35, 1), at(0.3, 0)], undefined],
  ])('%s', (_, gallery, expected) => {
    const decision = matchProbe(origin, gallery, policy);
    expect(decision.kind === 'match' ? decision.shopperId : undefined).toBe(expected);
  });

  it('is stricter the more people a claim leaves', () => {
    expect(matchPolicyFor('last-four').distanceMax).toBeLessThan(
      matchPolicyFor('whole-number').distanceMax,
    );
    expect(matchPolicyFor('last-four').marginMin).toBeGreaterThan(0);
  });

  it('names each check with its value and bound', () => {
    expect(matchProbe(origin, [at(0.5, 0)], policy).checks).toEqual([
      { name: 'distance', value: 0.5, threshold: 0.42, passed: false },
    ]);
  });
});

describe('descriptors', () => {
  it('fuse to their mean', () => {
    const mean = fuse([at(0.2, 0).template, at(0.4, 0).template]);
    expect(euclidean(mean, origin)).toBeCloseTo(0.3, 6);
    expect(() => fuse([])).toThrow(RangeError);
  });

  it('survive wire and storage bit for bit', () => {
    const face = descriptorOf(7);
    expect(decodeDescriptor(encodeDescriptor(face))).toEqual(face);
    expect(decodeDescriptors(encodeDescriptors([face, descriptorOf(8)]))).toEqual([
      face,
      descriptorOf(8),
    ]);
  });

  it.each([
    ['not base64', '!'.repeat(684)],
    ['too short', encodeDescriptor(descriptorOf(1)).slice(8)],
    ['not a number', encodeDescriptor(new Float32Array(128).fill(NaN))],
    ['infinite', encodeDescriptor(new Float32Array(128).fill(Infinity))],
  ])('refuses what is %s', (_, text) => {
    expect(decodeDescriptor(text)).toBeUndefined();
  });
});
