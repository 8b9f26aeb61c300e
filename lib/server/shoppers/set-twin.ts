import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { Twin } from '@/lib/api/shoppers';
import { setHasTwin } from '../db/shoppers-store';
import { done, type Result } from '../result';

/** Whoever says so is always asked for the PIN too, because no distance tells twins apart. */
export async function setTwin(
  { id }: Pick<ShopperActor, 'id'>,
  { hasTwin }: Twin,
): Promise<Result<undefined>> {
  await setHasTwin(id, hasTwin);
  return done(undefined);
}
