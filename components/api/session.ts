import type { CsrfToken } from '@/lib/api/auth';
import { forgetOwnPhone, registerOwnPhone, revokeOwnPhone } from './own-phone';

/**
 * Signing in and out. Shoppers, staff and operators have next-auth instances (and cookies) of
 * their own, so that one browser can play every role of the demo.
 */

export type SignInOutcome = 'signed-in' | 'refused' | 'rate-limited' | 'busy' | 'unavailable';

interface Endpoint {
  readonly base: string;
  readonly provider: string;
}

const SHOPPER: Endpoint = { base: '/api/auth', provider: 'shopper' };
const SHOPPER_PASSKEY: Endpoint = { base: '/api/auth', provider: 'shopper-passkey' };
const SHOPPER_AGAIN: Endpoint = { base: '/api/auth', provider: 'shopper-again' };
const STAFF: Endpoint = { base: '/api/staff/auth', provider: 'staff' };
const STAFF_PASSKEY: Endpoint = { base: '/api/staff/auth', provider: 'staff-passkey' };
const STAFF_CODE: Endpoint = { base: '/api/staff/auth', provider: 'staff-code' };
const OPERATOR: Endpoint = { base: '/api/operator/auth', provider: 'operator' };

export function signInShopper(credentials: {
  readonly phone: string;
  readonly password: string;
}): Promise<SignInOutcome> {
  return signInOnOwnPhone(SHOPPER, credentials);
}

/** Whoever is signed in types the password once more; session and key are as new afterwards. */
export function signInShopperAgain(password: string): Promise<SignInOutcome> {
  return signInOnOwnPhone(SHOPPER_AGAIN, { password });
}

/** @param response what the passkey signed, as `lib/api/passkeys.ts` names it */
export function signInShopperByPasskey(response: string): Promise<SignInOutcome> {
  return signInOnOwnPhone(SHOPPER_PASSKEY, { response });
}

export function signInStaff(credentials: {
  readonly email: string;
  readonly password: string;
}): Promise<SignInOutcome> {
  return signIn(STAFF, credentials);
}

/** @param response as in {@link signInShopperByPasskey} */
export function signInStaffByPasskey(response: string): Promise<SignInOutcome> {
  return signIn(STAFF_PASSKEY, { response });
}

/** A colleague takes over this tablet. */
export function signInStaffByCode(taken: {
  readonly member: string;
  readonly code: string;
}): Promise<SignInOutcome> {
  return signIn(STAFF_CODE, taken);
}

export function signInOperator(credentials: {
  readonly email: string;
  readonly password: string;
}): Promise<SignInOutcome> {
  return signIn(OPERATOR, credentials);
}

/** @returns whether the server has let go of the session, and this browser of its key. */
export async function signOutShopper(): Promise<boolean> {
  await revokeOwnPhone();
  if (!(await signOut(SHOPPER))) return false;
  await forgetOwnPhone();
  return true;
}

/** @returns whether the server has let go of the session. */
export function signOutStaff(): Promise<boolean> {
  return signOut(STAFF);
}

/** @returns whether the server has let go of the session. */
export function signOutOperator(): Promise<boolean> {
  return signOut(OPERATOR);
}

/** Whoever has just typed the password may make this browser their own phone. */
async function signInOnOwnPhone(
  endpoint: Endpoint,
  credentials: Record<string, string>,
): Promise<SignInOutcome> {
  const outcome = await signIn(endpoint, credentials);
  if (outcome === 'signed-in') await registerOwnPhone();
  return outcome;
}

async function signIn(
  { base, provider }: Endpoint,
  credentials: Record<string, string>,
): Promise<SignInOutcome> {
  try {
    const { ok, status } = await post(base, `/callback/${provider}`, credentials);
    if (ok) return 'signed-in';
    if (status === 429) return 'rate-limited';
    if (status === 503) return 'busy';
    return status < 500 ? 'refused' : 'unavailable';
  } catch {
    return 'unavailable';
  }
}

async function signOut({ base }: Endpoint): Promise<boolean> {
  try {
    return (await post(base, '/signout', {})).ok;
  } catch {
    return false;
  }
}

/** next-auth takes forms with its own CSRF token. */
async function post(base: string, path: string, fields: Record<string, string>): Promise<Response> {
  const issued = await fetch(`${base}/csrf`, { cache: 'no-store' });
  if (!issued.ok) return issued;
  const { csrfToken } = (await issued.json()) as CsrfToken;
  return fetch(base + path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken }),
  });
}
