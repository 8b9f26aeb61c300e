import 'server-only';
import { atLeast, type Check } from '@/lib/recognition/check';
import { digestDistance, digestEvidence } from '@/lib/liveness/digest';
import type { Evidence } from '@/lib/liveness/evidence';
import { REPEAT_DISTANCE_MIN } from '@/lib/liveness/policy';
import { now } from '../clock';
import { findDigests, insertDigest } from '../db/digests-store';
import { derivedKey } from '../keys/installation';

/** So many face checks back a repeat is noticed; they are deleted with their challenges. */
const REMEMBERED = 64;

/**
 * Holds evidence against what was seen of this person before, and remembers it: the same film
 * played again moves as it did the first time.
 */
export async function checkRepeat(
  challengeId: string,
  shopperId: string,
  evidence: Evidence,
): Promise<Check> {
  const digest = digestEvidence(evidence, derivedKey(`digest:${shopperId}`));
  const earlier = await findDigests(shopperId, REMEMBERED);
  await insertDigest(challengeId, shopperId, digest, now());
  const nearest = Math.min(1, ...earlier.map((other) => digestDistance(digest, other)));
  return atLeast('repeat-distance', nearest, REPEAT_DISTANCE_MIN);
}
