import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { AuthOptions } from 'next-auth';
import { getServerSession } from 'next-auth/next';
import Credentials from 'next-auth/providers/credentials';
import type { CurrencyCode } from '@/lib/money/currency';
import { now } from '../clock';
import { findShopperById, findShopperByPhone } from '../db/shoppers-store';
import { readPhone } from './phone';
import { failedTooOften, forgetFailures, noteFailure } from './failures';
import { verifySecret } from './password';
import { sessionOptions } from './session';

export function shopperAuth(): AuthOptions {
  return {
    ...sessionOptions('shopper'),
    pages: { signIn: '/sign-in' },
    providers: [
      Credentials({
        id: 'shopper',
        credentials: { phone: {}, password: {} },
        authorize: async (credentials) => signIn(credentials?.phone, credentials?.password),
      }),
      Credentials({
        id: 'shopper-again',
        credentials: { password: {} },
        authorize: async (credentials) => signInAgain(credentials?.password),
      }),
    ],
  };
}

/** @returns who is signed in on this phone, as the database knows them now. */
export async function currentShopper(): Promise<ShopperActor | null> {
  const user = (await getServerSession(shopperAuth()))?.user;
  const shopper = user?.id ? await findShopperById(user.id) : null;
  if (!user || !shopper) return null;
  const { id, name, currency } = shopper;
  return { id, name, currency, signedInAt: new Date(user.signedInAt * 1000) };
}

async function signIn(phoneAsTyped = '', password = ''): Promise<{ id: string } | null> {
  const phone = readPhone(phoneAsTyped, 'CN');
  return phone ? checkPassword(phone, password) : null;
}

/** Whoever is signed in proves to be still the same person: the number is the session's. */
async function signInAgain(password = ''): Promise<{ id: string } | null> {
  const current = await currentShopper();
  const shopper = current && (await findShopperById(current.id));
  return shopper && checkPassword(shopper.phone, password);
}

async function checkPassword(phone: string, password: string): Promise<{ id: string } | null> {
  const subject = `password:${phone}`;
  if (await failedTooOften(subject, now())) return null;
  const shopper = await findShopperByPhone(phone);
  if (!(await verifySecret(shopper?.passwordHash, password)) || !shopper) {
    await noteFailure(subject, now());
    return null;
  }
  await forgetFailures(subject);
  return { id: shopper.id };
}
