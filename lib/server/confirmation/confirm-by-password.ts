import 'server-only';
import { confirmIntent, type ConfirmedIntent } from '@/lib/intents/confirmation';
import { hashIntent, type Intent } from '@/lib/intents/intent';
import { provePassword } from '../access/prove-password';
import { now } from '../clock';
import type { Result } from '../result';
import { permitted } from './permitted';

/** The password comes with the request that states the intent: it is checked within moments. */
const WITHIN_MS = 60_000;

export function confirmWithin(at: Date): Date {
  return new Date(at.getTime() + WITHIN_MS);
}

/** Password and act come in one request, which is all that the password was typed for. */
export async function confirmByPassword<I extends Extract<Intent, { shopperId: string }>>(
  intent: I,
  password: string,
): Promise<Result<ConfirmedIntent<I>>> {
  const { shopperId } = intent;
  const proven = await provePassword(shopperId, password);
  if (!proven.ok) return proven;
  const confirmation = { method: 'password', shopperId } as const;
  return permitted(confirmIntent(intent, confirmation, hashIntent(intent), now()));
}
