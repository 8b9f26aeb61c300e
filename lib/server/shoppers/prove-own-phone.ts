import 'server-only';
import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { provePhoneSchema } from '@/lib/api/shoppers';
import { provePhone } from '../access/phone-code';
import { now } from '../clock';
import { findShopperById, setPhoneProven } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

/** For accounts from before numbers were proven: from now on they pay at counters too. */
export async function proveOwnPhone(
  { id }: Pick<ShopperActor, 'id'>,
  { code }: z.output<typeof provePhoneSchema>,
  address: string,
): Promise<Result<undefined>> {
  const shopper = await findShopperById(id);
  if (!shopper) return refused('not-signed-in');
  const proven = await provePhone(shopper.phone, code, address);
  if (!proven.ok) return proven;
  await setPhoneProven(id, now());
  return done(undefined);
}
