import 'server-only';
import { headers } from 'next/headers';
import { env } from '../../env';

/** Whom an authenticator makes keys for and signs to (WebAuthn, "relying party"). */
export interface RelyingParty {
  /** A host's name without its port. */
  readonly id: string;
  /** From where a page may ask: `https://…`, and plain http on this machine alone. */
  readonly origins: readonly string[];
}

export const RELYING_PARTY_NAME = 'Smile to Pay';

/** Of the request that is being served. */
export async function currentRelyingParty(): Promise<RelyingParty> {
  return relyingPartyOf((await headers()).get('host') ?? '');
}

/** @param host as the request names it; `bin/serve.mjs` lets in known ones only */
export function relyingPartyOf(host: string): RelyingParty {
  const { NEXTAUTH_URL } = env();
  const { hostname } = new URL(`http://${host || 'localhost'}`);
  const configured = NEXTAUTH_URL && new URL(NEXTAUTH_URL);
  const origins = [`https://${host}`];
  if (hostname === 'localhost') origins.push(`http://${host}`);
  if (configured && configured.host === host) origins.push(configured.origin);
  return { id: hostname, origins };
}
