import { atLeast, atMost, type Check } from './check';
import { DESCRIPTOR_LENGTH, type Descriptor } from './descriptor';

/** One enrolled person as the decision sees them. */
export interface Candidate {
  readonly shopperId: string;
  /** The fused template: mean of the enrolment's descriptors. */
  readonly template: Descriptor;
}

export interface MatchPolicy {
  /** Greatest Euclidean distance that is still the same person. */
  readonly distanceMax: number;
  /** How much farther the runner-up must be; asked for only when there is one. */
  readonly marginMin: number;
}

export type MatchDecision =
  | { readonly kind: 'match'; readonly shopperId: string; readonly checks: readonly Check[] }
  | { readonly kind: 'unknown'; readonly checks: readonly Check[] };

/**
 * Decides who the probe is, or that nobody is close enough: the nearest face is not a
 * match until both the distance and the margin to the runner-up say so.
 *
 * @requires descriptors of one model throughout.
 */
export function matchProbe(
  probe: Descriptor,
  gallery: readonly Candidate[],
  policy: MatchPolicy,
): MatchDecision {
  const ranked = gallery
    .map(({ shopperId, template }) => ({ shopperId, distance: euclidean(probe, template) }))
    .sort((a, b) => a.distance - b.distance);
  const [nearest, runnerUp] = ranked;
  if (!nearest) return { kind: 'unknown', checks: [] };
  const checks = [atMost('distance', nearest.distance, policy.distanceMax)];
  if (runnerUp) {
    checks.push(atLeast('margin', runnerUp.distance - nearest.distance, policy.marginMin));
  }
  return checks.every(({ passed }) => passed)
    ? { kind: 'match', shopperId: nearest.shopperId, checks }
    : { kind: 'unknown', checks };
}

/** The mean of several descriptors of one person: less noise than any one of them. */
export function fuse(descriptors: readonly Descriptor[]): Descriptor {
  if (descriptors.length === 0) throw new RangeError('nothing to fuse');
  return Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, i) => {
    const sum = descriptors.reduce((total, descriptor) => total + (descriptor[i] ?? 0), 0);
    return sum / descriptors.length;
  });
}

/** Raw, not normalised: the norm carries information in this space (see the model card). */
export function euclidean(a: Descriptor, b: Descriptor): number {
  let sum = 0;
  for (let i = 0; i < DESCRIPTOR_LENGTH; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
