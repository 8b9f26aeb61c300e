import 'server-only';
import type { z } from 'zod';
import type { phoneCodeSchema, PhoneCodeSent } from '@/lib/api/shoppers';
import type { ShopperActor } from '@/lib/access/actors';
import { readPhone } from '../access/phone';
import { issuePhoneCode } from '../access/phone-code';
import { isInboxShown } from '../demo/read-inbox';
import { findShopperById } from '../db/shoppers-store';
import { env } from '../env';
import { done, refused, type Result } from '../result';

/** @returns the same for every number that can be reached, with an account or without. */
export async function sendPhoneCode(
  asked: z.output<typeof phoneCodeSchema>,
  address: string,
): Promise<Result<PhoneCodeSent>> {
  const phone = readPhone(asked.phone, asked.defaultCountry);
  return phone ? sendTo(phone, address) : refused('invalid-phone');
}

/** To the number of whoever is signed in. */
export async function sendOwnPhoneCode(
  { id }: Pick<ShopperActor, 'id'>,
  address: string,
): Promise<Result<PhoneCodeSent>> {
  const shopper = await findShopperById(id);
  return shopper ? sendTo(shopper.phone, address) : refused('not-signed-in');
}

async function sendTo(phone: string, address: string): Promise<Result<PhoneCodeSent>> {
  const inbox = isInboxShown();
  if (!inbox && !env().SMS_URL) return refused('messages-off');
  const issued = await issuePhoneCode(phone, address);
  return issued.ok ? done({ phone, inbox }) : issued;
}
