import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { AuthenticationResponse } from '@/lib/api/passkeys';
import { confirmIntent, type ConfirmedIntent } from '@/lib/intents/confirmation';
import type { Intent } from '@/lib/intents/intent';
import type { RelyingParty } from '../access/passkeys/relying-party';
import { verifyPasskey } from '../access/passkeys/verify-passkey';
import { now } from '../clock';
import { refused, type Result } from '../result';
import { permitted } from './permitted';

/**
 * The passkey signed a challenge that was made for an intent's hash, and this is that intent: the
 * same purpose, amount, payee, person and expiry.
 *
 * @param intentUntil what is about to be done, with the expiry of what was signed
 */
export async function confirmByPasskey<I extends Intent>(
  { id: shopperId }: Pick<ShopperActor, 'id'>,
  intentUntil: (expiresAt: Date) => I,
  response: AuthenticationResponse,
  relyingParty: RelyingParty,
): Promise<Result<ConfirmedIntent<I>>> {
  const verified = await verifyPasskey(response, 'confirmation', relyingParty);
  if (!verified.ok) return verified;
  const { passkey, challenge } = verified.value;
  const isOwn = passkey.shopperId === shopperId && challenge.shopperId === shopperId;
  if (!isOwn || challenge.intentHash === null) return refused('passkey-refused');
  const intent = intentUntil(challenge.expiresAt);
  const confirmation = { method: 'passkey', shopperId } as const;
  return permitted(confirmIntent(intent, confirmation, challenge.intentHash, now()));
}
