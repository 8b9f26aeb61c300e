import { describe, expect, it } from 'vitest';
import type { Descriptor } from './descriptor';
import { CLAIMS } from '@/lib/access/claim';
import { matchProbe, type Candidate, type MatchDecision } from './match';
import { matchPolicyFor } from './policy';

const POLICY = { distanceMax: 0.34, ratioMax: 0.8, stepUpMax: 0.45, confirmMax: 0.4 };
const PROBE: Descriptor = new Float32Array(128);

/** At exactly this distance from the probe, in a direction of its own. */
function at(distance: number, axis: number): Descriptor {
  const template = new Float32Array(128);
  template[axis] = distance;
  return template;
}

/** Somebody whom the claim leaves, alone in the world unless said otherwise. */
function candidate(distance: number, given: Partial<Candidate> = {}): Candidate {
  const shopperId = given.shopperId ?? 'ana';
  return {
    shopperId,
    template: at(distance, shopperId.charCodeAt(0)),
    neighbourDistance: Infinity,
    neighbours: [],
    hasTwin: false,
    ...given,
  };
}

const told = (decision: MatchDecision) =>
  decision.kind === 'unknown' ? 'unknown' : `${decision.kind} ${decision.shopperId}`;

describe('matchProbe', () => {
  it.each([
    ['nobody enrolled', [], 'unknown'],
    ['alone and near', [candidate(0.3)], 'accept ana'],
    ['alone, at the bound', [candidate(0.339)], 'accept ana'],
    ['alone, beyond it', [candidate(0.341)], 'step-up ana'],
    ['alone, at the bound of a step-up', [candidate(0.449)], 'step-up ana'],
    ['alone and far', [candidate(0.451)], 'unknown'],
    // 0.8 of 0.40 is 0.32.
    [
      'a neighbour of the template near',
      [candidate(0.33, { neighbourDistance: 0.4 })],
      'step-up ana',
    ],
    ['the same, nearer than that', [candidate(0.31, { neighbourDistance: 0.4 })], 'accept ana'],
    [
      'a neighbour far from the template',
      [candidate(0.33, { neighbourDistance: 0.6 })],
      'accept ana',
    ],
    ['a neighbour near the probe', [candidate(0.3, { neighbours: [at(0.37, 0)] })], 'step-up ana'],
    [
      'a neighbour far from the probe',
      [candidate(0.3, { neighbours: [at(0.38, 0)] })],
      'accept ana',
    ],
    [
      'only the nearest of ten neighbours counts',
      [candidate(0.3, { neighbours: [...Array<Descriptor>(9).fill(at(0.9, 1)), at(0.37, 0)] })],
      'step-up ana',
    ],
    [
      'the probe nearer to a neighbour than to the claimant',
      [candidate(0.3, { neighbours: [at(0.2, 0)] })],
      'step-up ana',
    ],
    ['a twin, however near', [candidate(0.05, { hasTwin: true })], 'step-up ana'],
    ['a twin, far', [candidate(0.5, { hasTwin: true })], 'unknown'],
    [
      'another candidate far behind',
      [candidate(0.5, { shopperId: 'ben' }), candidate(0.3)],
      'accept ana',
    ],
    [
      'another candidate near behind',
      [candidate(0.37, { shopperId: 'ben' }), candidate(0.3)],
      'step-up ana',
    ],
    [
      'the neighbours of others do not count',
      [candidate(0.5, { shopperId: 'ben', neighbours: [at(0.3, 1)] }), candidate(0.3)],
      'accept ana',
    ],
    [
      'two accounts with one template',
      [candidate(0), candidate(0, { shopperId: 'ben', neighbourDistance: 0 })],
      'step-up ana',
    ],
  ] as const)('%s', (_, candidates, expected) => {
    expect(told(matchProbe(PROBE, candidates, POLICY))).toBe(expected);
  });

  it.each([
    ['the probe', at(NaN, 0), candidate(0.1), 'unknown'],
    ['the template', PROBE, candidate(NaN), 'unknown'],
    [
      'the distance to the neighbour',
      PROBE,
      candidate(0.1, { neighbourDistance: NaN }),
      'step-up ana',
    ],
    ['a neighbour', PROBE, candidate(0.1, { neighbours: [at(NaN, 0)] }), 'step-up ana'],
  ])('does not accept when %s is not a number', (_, probe, of, expected) => {
    expect(told(matchProbe(probe, [of], POLICY))).toBe(expected);
  });

  it.each([
    ['first', [candidate(NaN), candidate(0.5, { shopperId: 'ben' })]],
    ['last', [candidate(0.5, { shopperId: 'ben' }), candidate(NaN)]],
  ])('measures against who has a template, if the one without comes %s', (_, candidates) => {
    expect(matchProbe(PROBE, candidates, POLICY).checks[0]).toMatchObject({ value: 0.5 });
  });

  it.each([
    ['nothing to confirm', [], 'accept ana'],
    ['both steps near', [0.2, 0.39], 'accept ana'],
    ['another smile', [0.1, 0.41], 'unknown'],
    ['another calm face', [0.41, 0.1], 'unknown'],
    ['a step that is not a number', [0.1, NaN], 'unknown'],
  ])('%s', (_, places, expected) => {
    const steps = places.map((place) => at(-place, 'ana'.charCodeAt(0)));
    const of = { ...candidate(0), template: new Float32Array(128) };
    expect(told(matchProbe(at(0.3, 0), [of], POLICY, steps))).toBe(expected);
  });

  it('names each check with its value and bound', () => {
    const of = candidate(0.5, { neighbourDistance: 1, neighbours: [at(2, 0)] });
    expect(matchProbe(PROBE, [of], POLICY).checks).toEqual([
      { name: 'distance', value: 0.5, threshold: 0.34, passed: false },
      { name: 'distance-to-neighbour', value: 0.5, threshold: 0.8, passed: true },
      { name: 'distance-to-rival', value: 0.25, threshold: 0.8, passed: true },
      { name: 'twin', value: 0, threshold: 0, passed: true },
      { name: 'step-up-distance', value: 0.5, threshold: 0.45, passed: false },
    ]);
  });
});

describe('matchPolicyFor', () => {
  it.each([
    ['own-phone', 0.34],
    ['whole-number', 0.34],
    ['last-four', 0.32],
  ] as const)('%s', (claim, distanceMax) => {
    expect(matchPolicyFor(claim)).toEqual({
      distanceMax,
      ratioMax: 0.8,
      stepUpMax: 0.45,
      confirmMax: 0.4,
    });
  });

  it('leaves room for a step-up in every claim', () => {
    for (const claim of CLAIMS) {
      const { distanceMax, stepUpMax } = matchPolicyFor(claim);
      expect(distanceMax).toBeLessThan(stepUpMax);
    }
  });
});
