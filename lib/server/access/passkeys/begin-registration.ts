import 'server-only';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import { findPasskeysOf, type PasskeyOwner } from '../../db/passkeys-store';
import { done, type Result } from '../../result';
import { issueChallenge } from './challenge';
import { RELYING_PARTY_NAME, type RelyingParty } from './relying-party';
import { transportsOf } from './transports';

/**
 * Asks a device for a new passkey: one that knows by itself whose it is, and that checks its user by
 * face, finger or code each time.
 *
 * @param names as the device shows them to its owner
 */
export async function beginRegistration(
  owner: PasskeyOwner,
  names: { readonly userName: string; readonly displayName: string },
  { id: rpID }: RelyingParty,
): Promise<Result<Awaited<ReturnType<typeof generateRegistrationOptions>>>> {
  const known = await findPasskeysOf(owner);
  return done(
    await generateRegistrationOptions({
      ...{ rpName: RELYING_PARTY_NAME, rpID },
      ...{ userName: names.userName, userDisplayName: names.displayName },
      userID: new TextEncoder().encode(`${owner.audience} ${owner.subjectId}`),
      challenge: await issueChallenge('registration', owner),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: transportsOf(transports),
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    }),
  );
}
