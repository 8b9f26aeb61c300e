import 'server-only';
import type { OperatorActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import { signInProvider, sessionOptions, type AuthAttempt } from './auth-options';
import { currentSessionId, operatorOfSession } from './sessions';
import { signInWithPassword } from './sign-in-with-password';

export function operatorAuth(attempt: AuthAttempt): AuthOptions {
  return {
    ...sessionOptions('operator', attempt),
    providers: [
      signInProvider('operator', ['email', 'password'], attempt, ({ email, password }) =>
        signInWithPassword(attempt, 'operator', email.trim().toLowerCase(), password),
      ),
    ],
  };
}

/** @returns the operator who is signed in here, as the database knows them now. */
export async function currentOperator(): Promise<OperatorActor | null> {
  const sessionId = await currentSessionId('operator');
  return sessionId === null ? null : operatorOfSession(sessionId);
}
