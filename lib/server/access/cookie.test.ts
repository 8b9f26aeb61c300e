import { expect, it } from 'vitest';
import { hostCookie } from './cookie';

it('on https the browser itself ties the cookie to this host', () => {
  expect(hostCookie('smile-shopper.session', 'lax', true)).toEqual({
    name: '__Host-smile-shopper.session',
    // No domain: a browser refuses the prefix with one.
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  });
});

it('on plain http, where the prefix would be refused, it goes without', () => {
  expect(hostCookie('smile-terminal', 'strict', false)).toEqual({
    name: 'smile-terminal',
    options: { httpOnly: true, sameSite: 'strict', path: '/', secure: false },
  });
});
