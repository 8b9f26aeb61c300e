import type { Passkeys, PasskeyView } from '@/lib/api/passkeys';
import type { Sessions } from '@/lib/api/sessions';
import { TestAuthenticator } from '@/lib/server/access/passkeys/authenticator.fixture';
import { must } from '../abuse/people';
import type { Browser } from '../crash/http';

/** Where somebody's own sessions and passkeys are. */
export type Account = '/api/me' | '/api/staff';

/**
 * @param again signs in once more, elsewhere
 * @returns the id of that session, which is not the one that asks
 */
export async function otherSession(
  browser: Browser,
  account: Account,
  again: () => Promise<unknown>,
): Promise<string> {
  await again();
  const { sessions } = (await must(browser, 'GET', `${account}/sessions`)) as Sessions;
  return sessions.find(({ isThisOne }) => !isThisOne)?.id ?? '';
}

/** @returns the id of a passkey that was registered as the app does it */
export async function passkeyOf(
  browser: Browser,
  account: Account,
  given: Readonly<Record<string, string>> = {},
): Promise<PasskeyView['id']> {
  const { origin } = browser;
  const options = await must(browser, 'POST', `${account}/passkeys/options`, given);
  const key = new TestAuthenticator(origin, new URL(origin).hostname);
  const response = key.register((options as { challenge: string }).challenge);
  await must(browser, 'POST', `${account}/passkeys`, { name: 'Phone', response });
  const { passkeys } = (await must(browser, 'GET', `${account}/passkeys`)) as Passkeys;
  return passkeys[0]?.id ?? '';
}
