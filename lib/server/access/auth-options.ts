import 'server-only';
import type { AuthOptions, User } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { Audience } from '../db/sessions-store';
import { env } from '../env';
import type { Failure, Result } from '../result';
import { hostCookie } from './cookie';
import type { RelyingParty } from './passkeys/relying-party';
import type { CookieReader, DeviceCookie } from './known-device';
import { SESSION_LIFE } from './session-life';
import { openSession, sealSession } from './session-token';
import { endSession, sessionCookie, startSession } from './sessions';

/**
 * What became of one request to next-auth. It catches what is thrown and puts the text into its
 * answer, so the functions that it calls report here, and the route answers from this.
 */
export interface AuthAttempt {
  outcome?:
    | { readonly kind: 'done' }
    | { readonly kind: 'refused'; readonly failure: Failure }
    | { readonly kind: 'fault'; readonly error: unknown };
  /** The session that the request came with: a new sign-in ends it. */
  readonly previousId: string | null;
  /** Where it comes from, as `addressOf` counts it. */
  readonly address: string;
  readonly cookieOf: CookieReader;
  /** What the browser is, as `clientName` says it. */
  readonly client: string | null;
  /** To whom a passkey signs. */
  readonly relyingParty: RelyingParty;
  /** Set when the new session may live no longer than this. */
  validUntilMax?: Date;
  /** Set when the sign-in makes this browser a known one. */
  newDevice?: DeviceCookie;
}

/**
 * What the two next-auth instances share. Shoppers and staff have sessions of their own under
 * different cookie names, so that one browser can try both roles, and a token names its audience,
 * so that it opens nothing of the other's. With credentials next-auth 4 keeps sessions in tokens
 * only: ours holds the id of a row, and the row decides (decision 0025).
 */
export function sessionOptions(
  audience: Audience,
  attempt: AuthAttempt,
): Omit<AuthOptions, 'providers'> {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_LIFE[audience].absoluteMs / 1000 },
    cookies: {
      sessionToken: sessionCookie(audience),
      csrfToken: hostCookie(`smile-${audience}.csrf`, 'lax'),
      callbackUrl: hostCookie(`smile-${audience}.callback`, 'lax'),
    },
    jwt: {
      encode: ({ token }) => sealSession(audience, String(token?.sid)),
      decode: async ({ token }) => {
        const sid = await openSession(audience, token ?? '');
        return sid === null ? null : { sid };
      },
    },
    callbacks: {
      // Called at a sign-in only: no other way through next-auth is open.
      jwt: async ({ user }) => {
        const { client, validUntilMax } = attempt;
        const sid = await startSession(audience, user.id, client, validUntilMax);
        if (attempt.previousId !== null) await endSession(attempt.previousId);
        return { sid };
      },
    },
    events: {
      signOut: async () => {
        try {
          if (attempt.previousId !== null) await endSession(attempt.previousId);
        } catch (error) {
          attempt.outcome = { kind: 'fault', error };
        }
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** A way to sign in, such as a password; `signIn` is a use case like any other. */
export function signInProvider<Field extends string>(
  id: string,
  fields: readonly Field[],
  attempt: AuthAttempt,
  signIn: (typed: Readonly<Record<Field, string>>) => Promise<Result<User>>,
) {
  return Credentials({
    id,
    credentials: Object.fromEntries(fields.map((field) => [field, {}])),
    authorize: async (typed) => {
      try {
        const result = await signIn(typed as Record<Field, string>);
        attempt.outcome = result.ok ? { kind: 'done' } : { kind: 'refused', failure: result };
        return result.ok ? result.value : null;
      } catch (error) {
        attempt.outcome = { kind: 'fault', error };
        return null;
      }
    },
  });
}
