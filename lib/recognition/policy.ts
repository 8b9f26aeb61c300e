import type { Claim } from '@/lib/access/claim';
import { EMBEDDER } from '@/models/embedder/model';
import type { MatchPolicy } from './match';

/** The more people a claim leaves, the stricter the distance. */
export function matchPolicyFor(claim: Claim): MatchPolicy {
  const { acceptMax, otherPeopleRatioMax, stepUpMax, confirmMax } = EMBEDDER.thresholds;
  return { distanceMax: acceptMax[claim], ratioMax: otherPeopleRatioMax, stepUpMax, confirmMax };
}
