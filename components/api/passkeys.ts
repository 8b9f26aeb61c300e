import type { AddPasskey, PasskeyView } from '@/lib/api/passkeys';
import { localProblem, request, type Answer } from './request';
import type { SignInOutcome } from './session';

/**
 * Ceremonies of WebAuthn as pages see them: options from the server, the browser's own question,
 * what was signed back to the server. The library is loaded when one begins.
 */
const library = () => import('@simplewebauthn/browser');

/** Whether this browser has passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof window !== 'undefined' && 'PublicKeyCredential' in window;
}

type CreationOptions = Parameters<
  Awaited<ReturnType<typeof library>>['startRegistration']
>[0]['optionsJSON'];
type RequestOptions = Parameters<
  Awaited<ReturnType<typeof library>>['startAuthentication']
>[0]['optionsJSON'];

/** Where somebody's own passkeys are. */
export type PasskeyBase = '/api/me/passkeys' | '/api/staff/passkeys';

/**
 * @param given what the server wants before it begins
 * @returns the new passkey; `passkey-refused` also when its owner let the browser's question go
 */
export async function addPasskey(
  base: PasskeyBase,
  name: string,
  given: Readonly<Record<string, string>>,
): Promise<Answer<PasskeyView>> {
  const options = await request<CreationOptions>('POST', `${base}/options`, given);
  if (!options.ok) return options;
  try {
    const { startRegistration } = await library();
    const response = await startRegistration({ optionsJSON: options.value });
    const body = { name, response } satisfies AddPasskey;
    return await request<PasskeyView>('POST', base, body);
  } catch {
    return { ok: false, problem: localProblem('passkey-refused') };
  }
}

/** What a passkey signed, to be sent with what it confirms. */
export type Signed = Awaited<
  ReturnType<Awaited<ReturnType<typeof library>>['startAuthentication']>
>;

/**
 * Has a passkey sign what the server states.
 *
 * @param path of the options; `body` says what is to be confirmed
 */
export async function signByPasskey(path: string, body: unknown): Promise<Answer<Signed>> {
  const options = await request<RequestOptions>('POST', path, body);
  if (!options.ok) return options;
  try {
    const { startAuthentication } = await library();
    return { ok: true, value: await startAuthentication({ optionsJSON: options.value }) };
  } catch {
    return { ok: false, problem: localProblem('passkey-refused') };
  }
}

/**
 * @param kind `autofill`: the browser offers passkeys among what it fills in, and nothing happens
 *   until one is chosen
 * @param signIn takes what was signed, as JSON
 * @returns undefined when none was chosen
 */
export async function signInByPasskey(
  kind: 'asked' | 'autofill',
  signIn: (response: string) => Promise<SignInOutcome>,
): Promise<SignInOutcome | undefined> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await library();
  const useBrowserAutofill = kind === 'autofill';
  if (useBrowserAutofill && !(await browserSupportsWebAuthnAutofill())) return undefined;
  const options = await request<RequestOptions>('POST', '/api/passkeys/options', {});
  if (!options.ok) return useBrowserAutofill ? undefined : 'unavailable';
  try {
    const optionsJSON = options.value;
    const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
    return await signIn(JSON.stringify(response));
  } catch {
    return undefined;
  }
}
