import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import { now } from '../clock';
import { findStaffByEmail } from '../db/stores-store';
import { done, refused, type Result } from '../result';
import { failedTooOften, forgetFailures, noteFailure } from './failures';
import { verifySecret } from './password';
import { passwordProvider, sessionOptions, type AuthAttempt } from './auth-options';
import { currentSessionId, staffOfSession } from './sessions';

export function staffAuth(attempt: AuthAttempt): AuthOptions {
  return {
    ...sessionOptions('staff', attempt),
    providers: [
      passwordProvider('staff', ['email', 'password'], attempt, ({ email, password }) =>
        signIn(email, password),
      ),
    ],
  };
}

/** @returns who is signed in on this tablet, as the database knows them now. */
export async function currentStaff(): Promise<StaffActor | null> {
  const sessionId = await currentSessionId('staff');
  return sessionId === null ? null : staffOfSession(sessionId);
}

async function signIn(emailAsTyped: string, password: string): Promise<Result<{ id: string }>> {
  const email = emailAsTyped.trim().toLowerCase();
  const subject = `password:${email}`;
  if (await failedTooOften(subject, now())) return refused('sign-in-refused');
  const staff = await findStaffByEmail(email);
  if (!(await verifySecret(staff?.passwordHash, password)) || !staff) {
    await noteFailure(subject, now());
    return refused('sign-in-refused');
  }
  await forgetFailures(subject);
  return done({ id: staff.id });
}
