import 'server-only';
import { authenticationResponseSchema } from '@/lib/api/passkeys';
import type { Audience } from '../../db/sessions-store';
import { done, refused, type Result } from '../../result';
import type { RelyingParty } from './relying-party';
import { verifyPasskey } from './verify-passkey';

/**
 * Signs in whoever the passkey belongs to.
 *
 * @param text an AuthenticationResponseJSON, as it stands in the form
 */
export async function signInWithPasskey(
  audience: Exclude<Audience, 'operator'>,
  text: string,
  relyingParty: RelyingParty,
): Promise<Result<{ readonly id: string }>> {
  const response = authenticationResponseSchema.safeParse(jsonOf(text));
  if (!response.success) return refused('sign-in-refused');
  const verified = await verifyPasskey(response.data, 'sign-in', relyingParty);
  if (!verified.ok) return refused('sign-in-refused');
  const { shopperId, staffId } = verified.value.passkey;
  const id = audience === 'shopper' ? shopperId : staffId;
  return id === null ? refused('sign-in-refused') : done({ id });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
