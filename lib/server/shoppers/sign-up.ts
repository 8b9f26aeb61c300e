import 'server-only';
import { newUuid } from '@/lib/ids/uuid';
import type { z } from 'zod';
import type { SignedUp, signUpSchema } from '@/lib/api/shoppers';
import { secretWork } from '../access/secret-work';
import { hashSecret } from '../access/password';
import { now } from '../clock';
import { findWalletCurrency } from '../db/merchants-store';
import { insertShopper } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { readPhone } from '../access/phone';

/**
 * Makes an account with an empty wallet, unless the phone number has one: then nothing changes.
 * Both answers are the same, after the same work, so that the answer does not tell who has an
 * account; whoever signed up finds out by signing in. That the number is really theirs is not
 * proven yet (decision 0025).
 */
export async function signUp(request: z.output<typeof signUpSchema>): Promise<Result<SignedUp>> {
  const phone = readPhone(request.phone, request.defaultCountry);
  if (!phone) return refused('invalid-phone');
  if (isWeak(request.password, request.name, phone)) return refused('weak-password');
  const hashed = await secretWork('stranger', () => hashSecret(request.password));
  if (!hashed.ok) return hashed;
  await insertShopper({
    id: newUuid(),
    phone,
    name: request.name,
    passwordHash: hashed.value,
    currency: await findWalletCurrency(),
    createdAt: now(),
  });
  return done({ phone });
}

/** Long enough by schema; here: not one letter repeated, not the own name or number. */
function isWeak(password: string, name: string, phone: string): boolean {
  const plain = password.toLowerCase();
  return (
    new Set(plain).size < 5 ||
    plain.includes(phone.slice(-8)) ||
    plain === name.toLowerCase() ||
    /^(.{1,4})\1+$/.test(plain) ||
    /^(0?123456789|password|qwertyuiop)/.test(plain)
  );
}
