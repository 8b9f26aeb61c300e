import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AUDIENCES, type Audience } from '../db/sessions-store';
import { keyedHash } from '../keys/keyed-hash';
import { hostCookie, type CookieOptions } from './cookie';

/**
 * A browser in which somebody has signed in before: it shows a cookie that nobody else can make,
 * and its wrong passwords are counted for it alone (OWASP, "Slow Down Online Guessing Attacks with
 * Device Cookies"). The cookie opens nothing; it outlives the session, so that a stranger who
 * closes an account for unknown browsers does not close it for its owner.
 */

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** @returns the value of the cookie of that name, as the request sent it. */
export type CookieReader = (name: string) => string | undefined;

/** @returns the device that this person is known on, or undefined. */
export function deviceOf(
  audience: Audience,
  person: string,
  cookieOf: CookieReader,
): string | undefined {
  const device = openDeviceCookie(cookieOf(deviceCookie(audience).name), audience);
  return device?.person === person ? device.id : undefined;
}

/** Whether somebody, in whatever role, has signed in in this browser before. */
export function isKnownBrowser(cookieOf: CookieReader): boolean {
  return AUDIENCES.some((audience) =>
    openDeviceCookie(cookieOf(deviceCookie(audience).name), audience),
  );
}

/** A cookie to be set. */
export interface DeviceCookie {
  readonly name: string;
  readonly value: string;
  readonly options: CookieOptions & { readonly maxAge: number };
}

/** For a browser in which the person has just signed in for the first time. */
export function makeKnown(audience: Audience, person: string): DeviceCookie {
  const { name, options } = deviceCookie(audience);
  const value = newDeviceCookie(audience, person);
  return { name, value, options: { ...options, maxAge: ONE_YEAR_SECONDS } };
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
