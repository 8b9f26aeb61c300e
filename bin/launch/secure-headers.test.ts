import { expect, it } from 'vitest';
import { secureHeaders } from './secure-headers.mjs';

it.each([
  ['its own TLS', { TLS_KEY_FILE: '/key' }, true],
  ['a proxy with TLS', { NEXTAUTH_URL: 'https://shop.example' }, true],
  ['plain http', {}, false],
  ['plain http under a name', { NEXTAUTH_URL: 'http://shop.example' }, false],
])('%s: the browser keeps to https: %o, %s', (_, env, kept) => {
  const header = secureHeaders(env)['strict-transport-security'];
  expect(header).toBe(kept ? 'max-age=31536000; includeSubDomains' : undefined);
});

it('what is no page runs nothing of others and stands in no frame', () => {
  const policy = secureHeaders({})['content-security-policy'];
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
});

it('nothing is taken for another type than it says', () => {
  expect(secureHeaders({ SMILE_DEV: '1' })).toMatchObject({ 'x-content-type-options': 'nosniff' });
});
