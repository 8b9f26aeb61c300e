import 'server-only';
import { MINUTE_MS } from '@/lib/access/attempts';
import type { Claim } from '@/lib/access/claim';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { findChallenge } from '../db/challenges-store';
import { findShopperById, type ShopperRow } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

/** From the smile to the last digit of the PIN. */
const STEP_UP_WITHIN_MS = 3 * MINUTE_MS;

export interface SteppedUp {
  /** Null when the person has left since. */
  readonly shopper: ShopperRow | null;
  readonly claim: Claim;
}

/**
 * Whom a face check at this terminal was nearest to, when it asked for the PIN. The guest does not
 * learn who that is: whoever has another person's PIN is refused as with a wrong one.
 */
export async function findSteppedUp(
  challengeId: Uuid,
  paymentId: Uuid,
  terminalId: string | null,
): Promise<Result<SteppedUp>> {
  const challenge = await findChallenge(challengeId);
  if (challenge?.paymentId !== paymentId || challenge.terminalId !== terminalId)
    return refused('challenge-unknown');
  const { nearestId, consumedAt, claim } = challenge;
  if (nearestId === null || consumedAt === null) return refused('challenge-unknown');
  if (now().getTime() - consumedAt.getTime() > STEP_UP_WITHIN_MS)
    return refused('challenge-expired');
  return done({ shopper: await findShopperById(nearestId), claim });
}
