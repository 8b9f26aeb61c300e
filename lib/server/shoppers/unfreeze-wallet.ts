import type { ShopperActor } from '@/lib/access/actors';
import type { Unfreeze } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { now } from '../clock';
import { confirmOwn } from '../confirmation/confirm-own';
import { unfreeze } from '../db/shoppers-store';
import { type Result, done } from '../result';

/** For whoever knows the password: a phone in other hands must not undo it. */
export async function unfreezeWallet(
  { id }: Pick<ShopperActor, 'id'>,
  given: Unfreeze,
): Promise<Result<undefined>> {
  const confirmed = await confirmOwn(id, (until) => ownIntent('unfreeze', id, until), given);
  if (!confirmed.ok) return confirmed;
  await unfreeze(id, now());
  return done(undefined);
}
