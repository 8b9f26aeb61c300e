import type { ShopperActor } from '@/lib/access/actors';
import { now } from '../clock';
import { refused, type Failure } from '../result';

/** Long enough to read what is kept of a face and to agree; short for a phone left on a table. */
const FRESH_MS = 5 * 60 * 1000;
/** Two instances' clocks need not agree to the second. */
const CLOCKS_APART_MS = 30_000;

/** @returns why not, when the password was typed longer ago than five minutes. */
export function requireFreshSignIn({
  signedInAt,
}: Pick<ShopperActor, 'signedInAt'>): Failure | undefined {
  return isFresh(signedInAt, now()) ? undefined : refused('sign-in-again');
}

/**
 * Whether the password was typed so lately that the face may be changed without typing it again.
 * A time in the future is a clock that was set back: not fresh.
 */
export function isFresh(signedInAt: Date, at: Date): boolean {
  const ageMs = at.getTime() - signedInAt.getTime();
  return ageMs >= -CLOCKS_APART_MS && ageMs <= FRESH_MS;
}
