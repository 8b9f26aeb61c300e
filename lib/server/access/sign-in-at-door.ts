import 'server-only';
import { headers } from 'next/headers';
import type { Audience } from '../db/sessions-store';
import { done, refused, type Failure, type Result } from '../result';
import { addressOf } from './address';
import { currentDevice, rememberDevice } from './known-device';
import { checkSignIn, personOf } from './sign-in';

/** Checks a password that came through next-auth; a browser that was let in is known from then on. */
export async function signInAtDoor(
  audience: Audience,
  login: string,
  password: string,
): Promise<Result<{ readonly id: string }>> {
  const person = personOf(audience, login);
  const result = await checkSignIn({
    audience,
    login,
    password,
    address: addressOf({ headers: await headers() }),
    device: await currentDevice(audience, person),
  });
  if (!result.ok) return asRefusedSignIn(result);
  await rememberDevice(audience, person);
  return done({ id: result.value.id });
}

/** Who gets a password wrong at the door learns no more than that it does not open. */
export function asRefusedSignIn(failure: Failure): Failure {
  return failure.code === 'wrong-password' ? refused('sign-in-refused') : failure;
}
