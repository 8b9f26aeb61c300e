import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import { now } from '../clock';
import { freeze } from '../db/shoppers-store';
import { done, type Result } from '../result';

/**
 * One tap, for a lost phone or a payment that was not mine: from now on nothing is held on this
 * wallet, by face, PIN or phone (`payments/hold.ts`). What was held before is paid or let go.
 */
export async function freezeWallet({ id }: Pick<ShopperActor, 'id'>): Promise<Result<undefined>> {
  await freeze(id, now());
  return done(undefined);
}
