import 'server-only';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { done, type Result } from '../../result';
import { issueChallenge } from './challenge';
import type { RelyingParty } from './relying-party';

/** For whoever it will be: the device offers the passkeys that it has for this host. */
export async function beginSignIn({
  id: rpID,
}: RelyingParty): Promise<Result<Awaited<ReturnType<typeof generateAuthenticationOptions>>>> {
  return done(
    await generateAuthenticationOptions({
      rpID,
      challenge: await issueChallenge('sign-in', null),
      userVerification: 'required',
    }),
  );
}
