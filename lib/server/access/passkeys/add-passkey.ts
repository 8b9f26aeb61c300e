import 'server-only';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { newUuid } from '@/lib/ids/uuid';
import { PASSKEYS_MAX, type PasskeyView, type RegistrationResponse } from '@/lib/api/passkeys';
import { now } from '../../clock';
import { insertPasskey, type PasskeyOwner } from '../../db/passkeys-store';
import { done, refused, type Result } from '../../result';
import { takeChallenge } from './challenge';
import { challengeIn } from './client-data';
import type { RelyingParty } from './relying-party';
import { transportsOf } from './transports';

/** Keeps the public key that a device made for this person, after `beginRegistration`. */
export async function addPasskey(
  owner: PasskeyOwner,
  { name, response }: { readonly name: string; readonly response: RegistrationResponse },
  { id: expectedRPID, origins }: RelyingParty,
): Promise<Result<PasskeyView>> {
  const expectedChallenge = challengeIn(response.response.clientDataJSON);
  const challenge = await takeChallenge(expectedChallenge, 'registration');
  const isTheirs = (challenge?.shopperId ?? challenge?.staffId) === owner.subjectId;
  if (!isTheirs) return refused('passkey-refused');
  const verified = await verifyRegistrationResponse({
    response: {
      ...response,
      response: {
        ...response.response,
        transports: transportsOf(response.response.transports ?? []),
      },
    },
    ...{ expectedChallenge, expectedRPID, expectedOrigin: [...origins] },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return refused('passkey-refused');
  const { credential } = verified.registrationInfo;
  const createdAt = now();
  const passkey = { id: newUuid(), name, createdAt };
  const isNew = await insertPasskey(
    owner,
    {
      ...passkey,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: transportsOf(credential.transports ?? []),
    },
    PASSKEYS_MAX,
  );
  if (!isNew) return refused('passkey-refused');
  return done({ ...passkey, createdAt: createdAt.toISOString(), lastUsedAt: null });
}
