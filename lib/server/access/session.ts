import 'server-only';
import type { AuthOptions } from 'next-auth';
import { now } from '../clock';
import { env, isHttps } from '../env';

/** Twelve hours: a working day on a tablet, an evening on a phone. */
const SESSION_SECONDS = 12 * 60 * 60;

/**
 * What the two next-auth instances share. Shoppers and staff have sessions of their own
 * under different cookie names, so that one browser can try both roles and neither
 * session opens the other's doors.
 */
export function sessionOptions(role: 'shopper' | 'staff'): Omit<AuthOptions, 'providers'> {
  const secure = isHttps();
  const cookie = (name: string) => ({
    name: `${secure ? '__Secure-' : ''}smile-${role}.${name}`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  });
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
    },
    callbacks: {
      // Only the id and the time travel: all else is read afresh, so a change holds at once.
      jwt: ({ token, user }) =>
        user
          ? { sub: user.id, signedInAt: Math.floor(now().getTime() / 1000) }
          : { sub: token.sub, signedInAt: token.signedInAt },
      session: ({ session, token }) => ({
        ...session,
        user: { id: token.sub ?? '', signedInAt: token.signedInAt ?? 0 },
      }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
