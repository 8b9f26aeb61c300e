import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import { DEFAULT_COUNTRY } from '@/lib/money/currency';
import { readPhone } from './phone';
import { refused, type Result } from '../result';
import { signInProvider, sessionOptions, type AuthAttempt } from './auth-options';
import { signInWithPasskey } from './passkeys/sign-in-with-passkey';
import { provePassword } from './prove-password';
import { currentSessionId, shopperOfSession } from './sessions';
import { asRefusedSignIn, signInWithPassword } from './sign-in-with-password';

export function shopperAuth(attempt: AuthAttempt): AuthOptions {
  return {
    ...sessionOptions('shopper', attempt),
    providers: [
      signInProvider('shopper', ['phone', 'password'], attempt, ({ phone, password }) =>
        signIn(attempt, phone, password),
      ),
      signInProvider('shopper-again', ['password'], attempt, ({ password }) =>
        signInAgain(attempt.previousId, password),
      ),
      signInProvider('shopper-passkey', ['response'], attempt, ({ response }) =>
        signInWithPasskey('shopper', response, attempt.relyingParty),
      ),
    ],
  };
}

/** @returns who is signed in on this phone, as the database knows them now. */
export async function currentShopper(): Promise<ShopperActor | null> {
  const sessionId = await currentSessionId('shopper');
  return sessionId === null ? null : shopperOfSession(sessionId);
}

async function signIn(
  attempt: AuthAttempt,
  phoneAsTyped: string,
  password: string,
): Promise<Result<{ id: string }>> {
  const phone = readPhone(phoneAsTyped, DEFAULT_COUNTRY);
  return phone
    ? signInWithPassword(attempt, 'shopper', phone, password)
    : refused('sign-in-refused');
}

/** Whoever is signed in proves to be still the same person: the account is the session's. */
async function signInAgain(
  sessionId: string | null,
  password: string,
): Promise<Result<{ id: string }>> {
  const current = sessionId === null ? null : await shopperOfSession(sessionId);
  if (!current) return refused('sign-in-refused');
  const proven = await provePassword(current.id, password);
  return proven.ok ? proven : asRefusedSignIn(proven);
}
