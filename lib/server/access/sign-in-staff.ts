import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import { signInProvider, sessionOptions, type AuthAttempt } from './auth-options';
import { signInWithPasskey } from './passkeys/sign-in-with-passkey';
import { currentSessionId, staffOfSession } from './sessions';
import { signInByCode } from './sign-in-by-code';
import { signInWithPassword } from './sign-in-with-password';

export function staffAuth(attempt: AuthAttempt): AuthOptions {
  return {
    ...sessionOptions('staff', attempt),
    providers: [
      signInProvider('staff', ['email', 'password'], attempt, ({ email, password }) =>
        signInWithPassword(attempt, 'staff', email.trim().toLowerCase(), password),
      ),
      signInProvider('staff-code', ['member', 'code'], attempt, ({ member, code }) =>
        signInByCode(attempt, member, code),
      ),
      signInProvider('staff-passkey', ['response'], attempt, ({ response }) =>
        signInWithPasskey('staff', response, attempt.relyingParty),
      ),
    ],
  };
}

/** @returns who is signed in on this tablet, as the database knows them now. */
export async function currentStaff(): Promise<StaffActor | null> {
  const sessionId = await currentSessionId('staff');
  return sessionId === null ? null : staffOfSession(sessionId);
}
