import 'server-only';
import { atLeast, type Check } from '@/lib/identity/check';
import { digestDistance, digestEvidence } from '@/lib/identity/digest';
import type { CaptureEvidence } from '@/lib/identity/evidence';
import { REPEAT_DISTANCE_MIN } from '@/lib/identity/policy';
import { now } from '../clock';
import { findDigests, insertDigest } from '../db/digests-store';
import { derivedKey } from '../seal';

/** So many captures back a repeat is noticed; they are deleted with their challenges. */
const REMEMBERED = 64;

/**
 * Holds evidence against what was seen of this person before, and remembers it: the same film
 * played again moves as it did the first time.
 */
export async function checkRepeat(
  challengeId: string,
  shopperId: string,
  evidence: CaptureEvidence,
): Promise<Check> {
  const digest = digestEvidence(evidence, derivedKey(`digest:${shopperId}`));
  const earlier = await findDigests(shopperId, REMEMBERED);
  await insertDigest(challengeId, shopperId, digest, now());
  const nearest = Math.min(1, ...earlier.map((other) => digestDistance(digest, other)));
  return atLeast('repeat-distance', nearest, REPEAT_DISTANCE_MIN);
}
