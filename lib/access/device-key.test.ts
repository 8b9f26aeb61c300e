import { expect, it } from 'vitest';
import { publicKeySchema } from './device-key';

const coordinate = 'A'.repeat(43);
const key = { kty: 'EC', crv: 'P-256', x: coordinate, y: coordinate };

it('takes the public half of a P-256 key', () => {
  expect(publicKeySchema.parse(key)).toEqual(key);
});

it.each([
  ['a private half', { ...key, d: coordinate }],
  ['what WebCrypto adds', { ...key, ext: true, key_ops: ['verify'] }],
  ['a certificate to be fetched', { ...key, x5u: 'https://evil.example' }],
  ['another curve', { ...key, crv: 'P-384' }],
  ['a curve by another name', { ...key, crv: 'secp256k1' }],
  ['another kind of key', { kty: 'RSA', n: coordinate, e: 'AQAB' }],
  ['a secret', { kty: 'oct', k: coordinate }],
  ['half a point', { kty: 'EC', crv: 'P-256', x: coordinate }],
  ['a short coordinate', { ...key, x: 'A'.repeat(42) }],
  ['a long coordinate', { ...key, y: 'A'.repeat(44) }],
  ['plain base64', { ...key, x: `${'A'.repeat(42)}+` }],
  ['a newline at the end', { ...key, x: `${'A'.repeat(43)}\n` }],
  ['numbers', { ...key, x: 7 }],
  ['nothing', undefined],
])('refuses %s', (_, value) => {
  expect(publicKeySchema.safeParse(value).success).toBe(false);
});
