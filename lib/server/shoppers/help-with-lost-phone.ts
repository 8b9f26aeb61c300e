import 'server-only';
import type { z } from 'zod';
import type { lostPhoneSchema } from '@/lib/api/shoppers';
import { readPhone } from '../access/phone';
import { provePhone } from '../access/phone-code';
import { endSessionsOf } from '../access/sessions';
import { now } from '../clock';
import { findShopperByProvenPhone, freeze } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { deleteFace } from './delete-face';

/**
 * For somebody without the phone and without a password at hand: whoever reads the messages of the
 * number stops what pays from it. Nothing that this does gives anybody money or a way in; closing the
 * account and taking the money out asks for the PIN too. Whether there is an account is not told.
 */
export async function helpWithLostPhone(
  { wish, code, ...number }: z.output<typeof lostPhoneSchema>,
  address: string,
): Promise<Result<undefined>> {
  const phone = readPhone(number.phone, number.defaultCountry);
  if (!phone) return refused('invalid-phone');
  const reads = await provePhone(phone, code, address);
  if (!reads.ok) return reads;
  const shopper = await findShopperByProvenPhone(phone);
  if (!shopper) return done(undefined);
  await freeze(shopper.id, now());
  await endSessionsOf('shopper', shopper.id);
  // Somebody without a face has nothing to delete, and is not told that either.
  if (wish === 'delete-face') await deleteFace(shopper);
  return done(undefined);
}
