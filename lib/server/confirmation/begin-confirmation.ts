import 'server-only';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { ShopperActor } from '@/lib/access/actors';
import { hashIntent, type Intent } from '@/lib/intents/intent';
import { CHALLENGE_LIFETIME_MS, issueChallengeFor } from '../access/passkeys/challenge';
import type { RelyingParty } from '../access/passkeys/relying-party';
import { transportsOf } from '../access/passkeys/transports';
import { now } from '../clock';
import { findPasskeysOf } from '../db/passkeys-store';
import { done, refused, type Result } from '../result';

/**
 * Asks one of the shopper's passkeys to sign an intent: the challenge begins with its hash.
 *
 * @param intentUntil what is to be done, as the server states it, with this expiry
 */
export async function beginConfirmation(
  { id }: Pick<ShopperActor, 'id'>,
  intentUntil: (expiresAt: Date) => Intent,
  { id: rpID }: RelyingParty,
): Promise<Result<Awaited<ReturnType<typeof generateAuthenticationOptions>>>> {
  const owner = { audience: 'shopper', subjectId: id } as const;
  const passkeys = await findPasskeysOf(owner);
  if (passkeys.length === 0) return refused('no-passkey');
  const expiresAt = new Date(now().getTime() + CHALLENGE_LIFETIME_MS);
  const hash = hashIntent(intentUntil(expiresAt));
  return done(
    await generateAuthenticationOptions({
      rpID,
      challenge: await issueChallengeFor(hash, owner, expiresAt),
      allowCredentials: passkeys.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: transportsOf(transports),
      })),
      userVerification: 'required',
    }),
  );
}
