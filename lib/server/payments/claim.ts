import 'server-only';
import type { Claim } from '@/lib/identity/policy';
import { findRegulars, findShopperByPhone } from '../db/shoppers-store';
import { findStore } from '../db/stores-store';
import { readPhone } from '../people/phone';
import { done, refused, type Result } from '../result';

/** More people than this with the same last four digits: too many to tell apart. */
const GALLERY_MAX = 20;

/** What was claimed and whom that leaves; nobody at all looks no different from outside. */
export interface ClaimedPeople {
  readonly claim: Claim;
  readonly candidateIds: readonly string[];
}

/**
 * The 11 / 4 rule: the own phone leaves its shopper, a whole number whoever owns it, the
 * last four digits the regulars of this store.
 */
export async function claimOf(
  storeId: string,
  shopperId: string | null,
  digits: string | undefined,
): Promise<Result<ClaimedPeople>> {
  if (shopperId !== null) return done({ claim: 'own-phone', candidateIds: [shopperId] });
  if (digits?.length === 4) {
    const regulars = await findRegulars(storeId, digits, GALLERY_MAX + 1);
    const few = regulars.length <= GALLERY_MAX ? regulars : [];
    return done({ claim: 'last-four', candidateIds: few });
  }
  const store = await findStore(storeId);
  const phone = readPhone(digits ?? '', store?.country ?? '');
  if (!phone) return refused('invalid-phone');
  const shopper = await findShopperByPhone(phone);
  return done({ claim: 'whole-number', candidateIds: shopper ? [shopper.id] : [] });
}
