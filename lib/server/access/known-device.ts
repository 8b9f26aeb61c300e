import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import type { Audience } from '../db/sessions-store';
import { keyedHash } from '../sealing/keyed-hash';
import { hostCookie } from './cookie';

/**
 * A browser in which somebody has signed in before: it shows a cookie that nobody else can make,
 * and its wrong passwords are counted for it alone (OWASP, "Slow Down Online Guessing Attacks with
 * Device Cookies"). The cookie opens nothing; it outlives the session, so that a stranger who
 * closes an account for unknown browsers does not close it for its owner.
 */
const AUDIENCES: readonly Audience[] = ['shopper', 'staff'];

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** @returns the device that this person is known on, or undefined. */
export async function currentDevice(
  audience: Audience,
  person: string,
): Promise<string | undefined> {
  const device = openDeviceCookie(
    (await cookies()).get(deviceCookie(audience).name)?.value,
    audience,
  );
  return device?.person === person ? device.id : undefined;
}

/** Whether somebody, in whatever role, has signed in in this browser before. */
export function isKnownBrowser(cookieOf: (name: string) => string | undefined): boolean {
  return AUDIENCES.some((audience) =>
    openDeviceCookie(cookieOf(deviceCookie(audience).name), audience),
  );
}

/** The person has just signed in here. A device that is known already keeps its name. */
export async function rememberDevice(audience: Audience, person: string): Promise<void> {
  if (await currentDevice(audience, person)) return;
  const { name, options } = deviceCookie(audience);
  const value = newDeviceCookie(audience, person);
  (await cookies()).set(name, value, { ...options, maxAge: ONE_YEAR_SECONDS });
}

/** @param person as `personOf` names people: of letters, digits, `-` and `_` */
export function newDeviceCookie(audience: Audience, person: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${person}.${sealOf(audience, person, id).toString('base64url')}`;
}

/** @returns whose device the cookie names, if this installation made it for this audience. */
export function openDeviceCookie(
  cookie: string | undefined,
  audience: Audience,
): { readonly id: string; readonly person: string } | undefined {
  const [id = '', person = '', seal = '', ...more] = (cookie ?? '').split('.');
  const shown = Buffer.from(seal, 'base64url');
  const expected = sealOf(audience, person, id);
  const genuine = shown.length === expected.length && timingSafeEqual(shown, expected);
  return genuine && more.length === 0 ? { id, person } : undefined;
}

function sealOf(audience: Audience, person: string, id: string): Buffer {
  return keyedHash('known-device', `${audience} ${person} ${id}`);
}

function deviceCookie(audience: Audience) {
  return hostCookie(`smile-${audience}.known`, 'strict');
}
