import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { installForHashes } from '../keys/installation.fixture';
import { isKnownBrowser, newDeviceCookie, openDeviceCookie } from './known-device';
import { personOf } from './sign-in';

Object.assign(process.env, {
  DATABASE_URL: 'postgres://nowhere.invalid/none',
  NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
});
installForHashes();

it('the cookie of a known device is of one person in one role, and only we can make it', () => {
  const person = personOf('shopper', '+8613900001234');
  const cookie = newDeviceCookie('shopper', person);
  expect(openDeviceCookie(cookie, 'shopper')).toEqual({ person, id: cookie.split('.')[0] });
  expect(openDeviceCookie(cookie, 'staff')).toBeUndefined();
  const other = cookie.replace(person, personOf('shopper', '+8613900005678'));
  const cut = cookie.slice(0, cookie.lastIndexOf('.'));
  for (const forged of ['', '.', '..', 'x', `x${cookie}`, other, cut, `${cut}.`, `${cookie}AAAA`])
    expect(openDeviceCookie(forged, 'shopper')).toBeUndefined();
});

it('a browser is known by a genuine cookie of either role, whoever signs in now', () => {
  const cookie = newDeviceCookie('shopper', personOf('shopper', '+8613900001234'));
  const has = (role: string) => (name: string) => (name.includes(role) ? cookie : undefined);
  expect(isKnownBrowser(has('shopper'))).toBe(true);
  expect(isKnownBrowser(has('staff'))).toBe(false);
});
