import 'server-only';
import type { z } from 'zod';
import type { SignedUp, signUpSchema } from '@/lib/api/shoppers';
import { isAcceptablePassword } from '../access/acceptable-password';
import { readPhone } from '../access/phone';
import { provePhone } from '../access/phone-code';
import { done, refused, type Result } from '../result';
import { createAccount } from './create-account';

/**
 * Makes an account for whoever reads the messages of the number: only they learn whether it has one
 * already.
 */
export async function signUp(
  request: z.output<typeof signUpSchema>,
  address: string,
): Promise<Result<SignedUp>> {
  const phone = readPhone(request.phone, request.defaultCountry);
  if (!phone) return refused('invalid-phone');
  if (!isAcceptablePassword(request.password, request.name, phone)) return refused('weak-password');
  const proven = await provePhone(phone, request.code, address);
  if (!proven.ok) return proven;
  const created = await createAccount({ phone, name: request.name, password: request.password });
  return created.ok ? done({ phone }) : created;
}
