import 'server-only';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponse } from '@/lib/api/passkeys';
import { now } from '../../clock';
import {
  findPasskey,
  notePasskeyUse,
  type PasskeyChallenge,
  type PasskeyPurpose,
  type PasskeyRow,
} from '../../db/passkeys-store';
import { done, refused, type Result } from '../../result';
import { takeChallenge } from './challenge';
import { challengeIn } from './client-data';
import type { RelyingParty } from './relying-party';
import { transportsOf } from './transports';

export interface VerifiedPasskey {
  readonly passkey: PasskeyRow;
  readonly challenge: PasskeyChallenge;
}

/**
 * Whether a known passkey signed a challenge of ours, for this host, after it had checked its user.
 * The challenge is gone then, whatever the answer. A count of signatures that does not grow is that
 * of a copied key, or a replay (WebAuthn, 6.1.1).
 *
 * @returns `passkey-refused` for all that is wrong, so that the answer tells nothing
 */
export async function verifyPasskey(
  response: AuthenticationResponse,
  purpose: PasskeyPurpose,
  { id: expectedRPID, origins }: RelyingParty,
): Promise<Result<VerifiedPasskey>> {
  const expectedChallenge = challengeIn(response.response.clientDataJSON);
  const challenge = await takeChallenge(expectedChallenge, purpose);
  const passkey = await findPasskey(response.id);
  if (!challenge || !passkey) return refused('passkey-refused');
  const verified = await verifyAuthenticationResponse({
    response,
    ...{ expectedChallenge, expectedRPID, expectedOrigin: [...origins] },
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: transportsOf(passkey.transports),
    },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return refused('passkey-refused');
  const isUsed = await notePasskeyUse(passkey.id, verified.authenticationInfo.newCounter, now());
  return isUsed ? done({ passkey, challenge }) : refused('passkey-refused');
}
