import 'server-only';
import type { Audience } from '../db/sessions-store';
import { done, refused, type Failure, type Result } from '../result';
import type { AuthAttempt } from './auth-options';
import { deviceOf, makeKnown } from './known-device';
import { checkSignIn, personOf } from './sign-in';

/** Checks a password that came through next-auth; a browser that was let in is known from then on. */
export async function signInWithPassword(
  attempt: AuthAttempt,
  audience: Audience,
  login: string,
  password: string,
): Promise<Result<{ readonly id: string }>> {
  const { address, cookieOf } = attempt;
  const person = personOf(audience, login);
  const device = deviceOf(audience, person, cookieOf);
  const result = await checkSignIn({ audience, login, password, address, device });
  if (!result.ok) return asRefusedSignIn(result);
  if (device === undefined) attempt.newDevice = makeKnown(audience, person);
  return done({ id: result.value.id });
}

/** A wrong password and an unknown account get the same answer. */
export function asRefusedSignIn(failure: Failure): Failure {
  return failure.code === 'wrong-password' ? refused('sign-in-refused') : failure;
}
