import 'server-only';
import type { Claim } from '@/lib/access/claim';
import { euclidean, type Descriptor } from '@/lib/recognition/descriptor';
import { matchProbe, type Candidate, type MatchDecision } from '@/lib/recognition/match';
import { candidateAmong, neighboursOf } from '@/lib/recognition/neighbours';
import { matchPolicyFor } from '@/lib/recognition/policy';
import { openGallery } from './gallery';
import type { EnrolledFace } from './sealed-template';
import type { Space } from './spaces';

export interface Matched {
  readonly match: MatchDecision;
  /** How many people of the claim have a face that can be compared. */
  readonly enrolled: number;
  /** How many more have one that is held. */
  readonly held: number;
  /** How many more have one that is damaged, or sealed under a key that is not here. */
  readonly unreadable: number;
}

/**
 * Compares a probe with the people whom a claim leaves, as the database has them at this moment: a
 * face that was deleted cannot pay, whatever this instance has in memory.
 *
 * The nearest one's nearest other enrolled people are read too, because the decision is relative to
 * them. Whose have not been searched for yet (an enrolment of the last seconds) is compared by
 * distance alone.
 */
export async function matchFaces(
  shopperIds: readonly string[],
  claim: Claim,
  probe: Descriptor,
  toConfirm: readonly Descriptor[] = [],
): Promise<Matched> {
  const gallery = await openGallery(shopperIds);
  const candidates = gallery.candidates.filter(({ isHeld }) => !isHeld);
  const moved = gallery.protect(probe);
  const match = matchProbe(
    moved,
    await candidatesFor(moved, candidates, gallery.space),
    matchPolicyFor(claim),
    toConfirm.map(gallery.protect),
  );
  const enrolled = candidates.length;
  const held = gallery.candidates.length - enrolled;
  const unreadable = gallery.refused.filter(
    ({ reason }) => reason === 'template-unreadable',
  ).length;
  return { match, enrolled, held, unreadable };
}

/** Only the nearest one can be recognised, so only their neighbours are read. */
async function candidatesFor(
  probe: Descriptor,
  candidates: readonly EnrolledFace[],
  space: Space,
): Promise<readonly Candidate[]> {
  const nearest = nearestTo(probe, candidates);
  const noted = nearest?.neighbours?.map(({ shopperId }) => shopperId) ?? [];
  const cohort = await openGallery(noted, space);
  return candidates.map((face) => {
    const others = face === nearest ? cohort.candidates : [];
    return candidateAmong(face, neighboursOf(face, others), face.hasTwin);
  });
}

function nearestTo(
  probe: Descriptor,
  candidates: readonly EnrolledFace[],
): EnrolledFace | undefined {
  const distances = candidates.map(({ template }) => euclidean(probe, template));
  return candidates[distances.indexOf(Math.min(...distances))];
}
