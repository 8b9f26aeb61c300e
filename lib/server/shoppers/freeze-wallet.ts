import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { Unfreeze } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { confirmByPassword, confirmWithin } from '../confirmation/confirm-by-password';
import { now } from '../clock';
import { setFrozen } from '../db/shoppers-store';
import { done, type Result } from '../result';

/**
 * One tap, for a lost phone or a payment that was not mine: from now on nothing is held on this
 * wallet, by face, PIN or phone (`payments/hold.ts`). What was held before is paid or let go.
 */
export async function freeze({ id }: Pick<ShopperActor, 'id'>): Promise<Result<undefined>> {
  await setFrozen(id, now());
  return done(undefined);
}

/** For whoever knows the password: a phone in other hands must not undo it. */
export async function unfreeze(
  { id }: Pick<ShopperActor, 'id'>,
  { password }: Unfreeze,
): Promise<Result<undefined>> {
  const confirmed = await confirmByPassword(
    ownIntent('unfreeze', id, confirmWithin(now())),
    password,
  );
  if (!confirmed.ok) return confirmed;
  await setFrozen(id, null);
  return done(undefined);
}
