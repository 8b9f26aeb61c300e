import { hkdfSync } from 'node:crypto';
import { EncryptJWT } from 'jose';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('TEMPLATE_KEY', Buffer.alloc(32).toString('base64'));
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const SECRET = 'a secret of thirty-two characters or more';
const { newSessionId, openSession, sealSession } = await import('./session-token');

it('holds 256 random bits that its text does not show', async () => {
  const id = newSessionId();
  expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  const text = await sealSession('shopper', id);
  expect(text).not.toContain(id);
  expect(await openSession('shopper', text)).toBe(id);
});

it('is for the audience that it names', async () => {
  const [shopper, staff] = await Promise.all([
    sealSession('shopper', newSessionId()),
    sealSession('staff', newSessionId()),
  ]);
  expect(await openSession('staff', shopper)).toBeNull();
  expect(await openSession('shopper', staff)).toBeNull();
});

it.each([
  ['names no audience', { sid: 'x' }],
  ['names no session, as tokens did before', { sub: 'x', aud: 'shopper' }],
  ['names a session that is no text', { sid: 7, aud: 'shopper' }],
])('is refused when it %s', async (_, token) => {
  expect(await openSession('shopper', await encode({ token, secret: SECRET }))).toBeNull();
});

it('is refused when another secret sealed it, or its time is over', async () => {
  const token = { sid: 'x', aud: 'shopper' };
  expect(await openSession('shopper', await encode({ token, secret: SECRET }))).toBe('x');
  expect(await openSession('shopper', await encode({ token, secret: `${SECRET}!` }))).toBeNull();
  expect(
    await openSession('shopper', await encode({ token, secret: SECRET, maxAge: -60 })),
  ).toBeNull();
});

/** The key that next-auth derives from the secret. */
const sealingKey = new Uint8Array(
  hkdfSync('sha256', SECRET, '', 'NextAuth.js Generated Encryption Key', 32),
);

it.each([
  ['ours', 'dir', 'A256GCM', 'x'],
  ['another cipher that the key would fit', 'dir', 'A128CBC-HS256', null],
  ['a key that the sender chose, wrapped', 'A256KW', 'A256GCM', null],
  ['the same wrapped otherwise', 'A256GCMKW', 'A256GCM', null],
])("its algorithm is never the sender's to name: %s", async (_, alg, enc, opened) => {
  const text = await new EncryptJWT({ sid: 'x', aud: 'shopper' })
    .setProtectedHeader({ alg, enc })
    .setIssuedAt()
    .setExpirationTime('1h')
    .encrypt(sealingKey);
  expect(await openSession('shopper', text)).toBe(opened);
});
