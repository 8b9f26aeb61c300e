import { atMost, type Check } from './check';
import { euclidean, type Descriptor } from './descriptor';

/** One enrolled person as the decision sees them. */
export interface Candidate {
  readonly shopperId: string;
  /** The mean of the enrolment's descriptors. */
  readonly template: Descriptor;
  /** From the template to that of the nearest other enrolled person; Infinity without one. */
  readonly neighbourDistance: number;
  /** Templates of the nearest other enrolled people, at most `neighboursMax`, in any order. */
  readonly neighbours: readonly Descriptor[];
  /** The person told us of a twin: the face alone never pays. */
  readonly hasTwin: boolean;
}

/** Calibrated in `models/embedder/model.ts`. Distances are Euclidean, of raw descriptors. */
export interface MatchPolicy {
  /** Greatest distance from probe to template at which a face may pay alone. */
  readonly distanceMax: number;
  /** Greatest ratio of that distance to those of other enrolled people. */
  readonly ratioMax: number;
  /** Greatest distance at which a PIN or the own phone may complete what the face began. */
  readonly stepUpMax: number;
  /** Greatest distance of a descriptor that must be confirmed by itself. */
  readonly confirmMax: number;
}

/** Every decision carries the checks that were made, with value and bound, for audit. */
export type MatchDecision =
  | { readonly kind: 'accept'; readonly shopperId: string; readonly checks: readonly Check[] }
  | { readonly kind: 'step-up'; readonly shopperId: string; readonly checks: readonly Check[] }
  | { readonly kind: 'unknown'; readonly checks: readonly Check[] };

/**
 * Decides whether the probe is one of the candidates. With d the distance from the probe to the
 * nearest candidate's template, nn that candidate's `neighbourDistance`, and r the distance from
 * the probe to the nearest other candidate or neighbour of the nearest one:
 *
 * - accept when d ≤ `distanceMax`, d ≤ `ratioMax`·nn, d ≤ `ratioMax`·r, and there is no twin;
 * - else step-up when d ≤ `stepUpMax`: near, but a face is not enough;
 * - else unknown, and unknown too when a descriptor to be confirmed is farther than `confirmMax`: the
 *   calm face of one person and the smile of another have a mean that may be near.
 *
 * The descriptor separates some groups of people much worse than others, so one distance for all
 * is too loose for some: the two ratios make it smaller where other enrolled people are near.
 *
 * @param probe the mean over the neutral and the smiling step
 * @param candidates whom the claim leaves
 * @param toConfirm descriptors of the face check, where the face check alone leaves it open whether all
 *   of it is one person; else nothing
 * @requires descriptors of one model throughout.
 * @ensures a probe or template that is not a number never accepts.
 */
export function matchProbe(
  probe: Descriptor,
  candidates: readonly Candidate[],
  policy: MatchPolicy,
  toConfirm: readonly Descriptor[] = [],
): MatchDecision {
  const nearest = nearestTo(probe, candidates);
  if (!nearest) return { kind: 'unknown', checks: [] };
  const { candidate, distance } = nearest;
  const { shopperId, neighbourDistance, hasTwin } = candidate;
  const others = candidates.filter((other) => other !== candidate);
  const rival = nearestDistance(probe, [
    ...others.map(({ template }) => template),
    ...candidate.neighbours,
  ]);
  const alone = [
    atMost('distance', distance, policy.distanceMax),
    atMost('distance-to-neighbour', distance / neighbourDistance, policy.ratioMax),
    atMost('distance-to-rival', distance / rival, policy.ratioMax),
    atMost('twin', hasTwin ? 1 : 0, 0),
  ];
  const near = [
    atMost('step-up-distance', distance, policy.stepUpMax),
    ...toConfirm.map((each) =>
      atMost('confirmed', euclidean(each, candidate.template), policy.confirmMax),
    ),
  ];
  const checks = [...alone, ...near];
  if (!near.every(({ passed }) => passed)) return { kind: 'unknown', checks };
  const isEnough = alone.every(({ passed }) => passed);
  return { kind: isEnough ? 'accept' : 'step-up', shopperId, checks };
}

interface Placed {
  readonly candidate: Candidate;
  readonly distance: number;
}

/** A candidate whose distance is not a number is nearest only where there is no other. */
function nearestTo(probe: Descriptor, candidates: readonly Candidate[]): Placed | undefined {
  const [first, ...others] = candidates.map((candidate) => ({
    candidate,
    distance: euclidean(probe, candidate.template),
  }));
  return others.reduce(
    (best, next) =>
      best === undefined || Number.isNaN(best.distance) || next.distance < best.distance
        ? next
        : best,
    first,
  );
}

/** @returns Infinity for nobody, NaN when one of them is not a number. */
function nearestDistance(probe: Descriptor, others: readonly Descriptor[]): number {
  return Math.min(...others.map((other) => euclidean(probe, other)));
}
