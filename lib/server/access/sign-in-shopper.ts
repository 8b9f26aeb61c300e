import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import type { CurrencyCode } from '@/lib/money/currency';
import { now } from '../clock';
import { findShopperById, findShopperByPhone } from '../db/shoppers-store';
import { readPhone } from './phone';
import { done, refused, type Result } from '../result';
import { failedTooOften, forgetFailures, noteFailure } from './failures';
import { verifySecret } from './password';
import { passwordProvider, sessionOptions, type AuthAttempt } from './auth-options';
import { currentSessionId, shopperOfSession } from './sessions';

export function shopperAuth(attempt: AuthAttempt): AuthOptions {
  return {
    ...sessionOptions('shopper', attempt),
    providers: [
      passwordProvider('shopper', ['phone', 'password'], attempt, ({ phone, password }) =>
        signIn(phone, password),
      ),
      passwordProvider('shopper-again', ['password'], attempt, ({ password }) =>
        signInAgain(attempt.previousId, password),
      ),
    ],
  };
}

/** @returns who is signed in on this phone, as the database knows them now. */
export async function currentShopper(): Promise<ShopperActor | null> {
  const sessionId = await currentSessionId('shopper');
  return sessionId === null ? null : shopperOfSession(sessionId);
}

async function signIn(phoneAsTyped: string, password: string): Promise<Result<{ id: string }>> {
  const phone = readPhone(phoneAsTyped, 'CN');
  return phone ? checkPassword(phone, password) : refused('sign-in-refused');
}

/** Whoever is signed in proves to be still the same person: the number is the session's. */
async function signInAgain(
  sessionId: string | null,
  password: string,
): Promise<Result<{ id: string }>> {
  const current = sessionId === null ? null : await shopperOfSession(sessionId);
  const shopper = current && (await findShopperById(current.id));
  return shopper ? checkPassword(shopper.phone, password) : refused('sign-in-refused');
}

async function checkPassword(phone: string, password: string): Promise<Result<{ id: string }>> {
  const subject = `password:${phone}`;
  if (await failedTooOften(subject, now())) return refused('sign-in-refused');
  const shopper = await findShopperByPhone(phone);
  if (!(await verifySecret(shopper?.passwordHash, password)) || !shopper) {
    await noteFailure(subject, now());
    return refused('sign-in-refused');
  }
  await forgetFailures(subject);
  return done({ id: shopper.id });
}
