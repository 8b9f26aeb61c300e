import 'server-only';
import { stringify } from 'uuid';
import { DAY_MS } from '@/lib/access/attempts';
import type { Claim } from '@/lib/access/claim';
import { now } from '../clock';
import { findRegulars, findShopperByProvenPhone } from '../db/shoppers-store';
import { findStore } from '../db/stores-store';
import { keyedHash } from '../keys/keyed-hash';
import { readPhone } from '../access/phone';
import { done, refused, type Result } from '../result';

/** More people than this with the same last four digits: too many to tell apart. */
const GALLERY_MAX = 20;
/** Whoever paid here within this time is a regular. */
const REGULAR_FOR_MS = 90 * DAY_MS;

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
    const since = new Date(now().getTime() - REGULAR_FOR_MS);
    const regulars = await findRegulars(storeId, digits, since, GALLERY_MAX + 1);
    const few = regulars.length <= GALLERY_MAX ? regulars : [];
    return done({ claim: 'last-four', candidateIds: few });
  }
  const store = await findStore(storeId);
  const phone = readPhone(digits ?? '', store?.settings.country ?? '');
  if (!phone) return refused('invalid-phone');
  const shopper = await findShopperByProvenPhone(phone);
  return done({ claim: 'whole-number', candidateIds: [shopper?.id ?? nobodyWith(phone)] });
}

/**
 * A number without an account has its own stand-in, who has no face: tries with it are counted as
 * those with anybody's, so that being asked to wait does not tell who has an account.
 */
function nobodyWith(phone: string): string {
  return uuidv8(keyedHash('nobody', phone));
}

/** RFC 9562, 5.8. @requires at least 16 bytes. */
function uuidv8(bytes: Buffer): string {
  const [version = 0, variant = 0] = [bytes[6], bytes[8]];
  const marked = Uint8Array.from(bytes.subarray(0, 16));
  marked[6] = (version & 0x0f) | 0x80;
  marked[8] = (variant & 0x3f) | 0x80;
  return stringify(marked);
}
