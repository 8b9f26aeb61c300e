import 'server-only';
import type { ConfirmedBy } from '@/lib/api/confirmations';
import type { ConfirmedIntent } from '@/lib/intents/confirmation';
import type { Intent } from '@/lib/intents/intent';
import { currentRelyingParty } from '../access/passkeys/relying-party';
import { now } from '../clock';
import { refused, type Result } from '../result';
import { confirmByPassword, confirmWithin } from './confirm-by-password';
import { confirmByPasskey } from './confirm-by-passkey';

type OwnIntent = Extract<Intent, { shopperId: string }>;

/**
 * For what somebody does to the own account: the password in the same request, or a passkey that
 * signed just this.
 *
 * @param intentUntil what is to be done, with this expiry
 */
export async function confirmOwn<I extends OwnIntent>(
  shopperId: string,
  intentUntil: (expiresAt: Date) => I,
  { password, passkey }: ConfirmedBy,
): Promise<Result<ConfirmedIntent<I>>> {
  if (passkey !== undefined) {
    const relyingParty = await currentRelyingParty();
    return confirmByPasskey({ id: shopperId }, intentUntil, passkey, relyingParty);
  }
  if (password === undefined) return refused('password-needed');
  return confirmByPassword(intentUntil(confirmWithin(now())), password);
}
