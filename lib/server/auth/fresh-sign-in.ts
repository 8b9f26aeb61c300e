import { now } from '../clock';
import { refused, type Failure } from '../result';
import type { SignedInShopper } from './shopper';

/** So long a password typed vouches for what a stolen session must not do. */
const FRESH_MS = 5 * 60 * 1000;

/** @returns why not, when the sign-in is older than five minutes. */
export function requireFreshSignIn({
  signedInAt,
}: Pick<SignedInShopper, 'signedInAt'>): Failure | undefined {
  const ageMs = now().getTime() - signedInAt.getTime();
  return ageMs <= FRESH_MS ? undefined : refused('sign-in-again');
}
