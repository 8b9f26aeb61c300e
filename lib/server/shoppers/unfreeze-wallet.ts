import type { ShopperActor } from '@/lib/access/actors';
import type { Unfreeze } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { now } from '../clock';
import { confirmOwn } from '../confirmation/confirm-own';
import { hasDoubtedFace } from '../db/cases-store';
import { unfreeze } from '../db/shoppers-store';
import { type Result, done, refused } from '../result';

/**
 * For whoever knows the password: a phone in other hands must not undo it. A face that somebody else
 * may have paid with must be enrolled anew, or deleted, before.
 */
export async function unfreezeWallet(
  { id }: Pick<ShopperActor, 'id'>,
  given: Unfreeze,
): Promise<Result<undefined>> {
  if (await hasDoubtedFace(id)) return refused('new-face-needed');
  const confirmed = await confirmOwn(id, (until) => ownIntent('unfreeze', id, until), given);
  if (!confirmed.ok) return confirmed;
  await unfreeze(id, now());
  return done(undefined);
}
