import 'server-only';
import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { changePhoneSchema } from '@/lib/api/shoppers';
import { readPhone } from '../access/phone';
import { provePhone } from '../access/phone-code';
import { now } from '../clock';
import { tellShopper } from '../db/outbox-store';
import { findShopperById, replacePhone } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

/**
 * A new number, for whoever reads the messages of both: a code that came to the number so far, and
 * one that came to the new one.
 */
export async function changePhone(
  { id }: Pick<ShopperActor, 'id'>,
  asked: z.output<typeof changePhoneSchema>,
  address: string,
): Promise<Result<undefined>> {
  const shopper = await findShopperById(id);
  if (!shopper) return refused('not-signed-in');
  const phone = readPhone(asked.phone, asked.defaultCountry);
  if (!phone || phone === shopper.phone) return refused('invalid-phone');
  const old = await provePhone(shopper.phone, asked.currentCode, address);
  if (!old.ok) return old;
  const proven = await provePhone(phone, asked.code, address);
  if (!proven.ok) return proven;
  const at = now();
  const outcome = await replacePhone(id, shopper.phone, { phone, phoneProvenAt: at });
  if (outcome === 'taken') return refused('number-has-account');
  if (outcome === 'changed-meanwhile') return refused('phone-code-refused');
  await tellShopper('phone.changed', { shopperId: id }, at);
  return done(undefined);
}
