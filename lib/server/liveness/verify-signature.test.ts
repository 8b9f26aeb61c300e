import { base64url, CompactSign, FlattenedSign, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicKey } from '@/lib/access/device-key';
import { newTestKey, signAs, type TestDevice } from '@/lib/liveness/device.fixture';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import { writtenUuid } from '@/lib/ids/uuid';
import { verifySignature } from './verify-signature';

const ID = writtenUuid('0191d2f0-0000-7000-8000-00000000000d');
const { evidence: TYP, greeting: OTHER_TYP } = SIGNED_TYPES;
const payload = { smile: true };

let device: TestDevice;
let publicKey: PublicKey;
beforeAll(async () => {
  const key = await newTestKey();
  publicKey = key.publicKey;
  device = { id: ID, privateKey: key.privateKey };
});

const verify = (signed: string) => verifySignature(signed, TYP, { id: ID, publicKey });

const encode = (value: unknown) => base64url.encode(JSON.stringify(value));

/** Signed by the right key, under a header of the attacker's choice. */
function withHeader(header: object): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: TYP, kid: ID, ...header })
    .sign(device.privateKey);
}

/** A compact JWS with one of its three parts put in the place of the honest one. */
async function tampered(part: 0 | 1 | 2, value: string): Promise<string> {
  const parts = (await signAs(TYP, payload, device)).split('.');
  parts[part] = value;
  return parts.join('.');
}

it('opens what the device signed', async () => {
  const bytes = await verify(await signAs(TYP, payload, device));
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(payload);
});

describe('does not open', () => {
  it.each<[string, () => Promise<string>]>([
    ['another payload', () => tampered(1, encode({ smile: false }))],
    ['no payload', () => tampered(1, '')],
    ['a header that was changed', () => tampered(0, encode({ alg: 'ES256', typ: TYP, kid: 'x' }))],
    ['no signature', () => tampered(2, '')],
    ['a signature of zeroes', () => tampered(2, base64url.encode(new Uint8Array(64)))],
    ['half a signature', () => tampered(2, base64url.encode(new Uint8Array(32)))],
    [
      'another key',
      async () => signAs(TYP, payload, { id: ID, privateKey: (await newTestKey()).privateKey }),
    ],
    ['another type', () => signAs(OTHER_TYP, payload, device)],
    ['the type JWT', () => withHeader({ typ: 'JWT' })],
    ['no type', () => withHeader({ typ: undefined })],
    ['another device’s name', () => withHeader({ kid: ID.replace('d', 'e') })],
    ['no device’s name', () => withHeader({ kid: undefined })],
    ['a key in the header', () => withHeader({ jwk: { ...publicKey } })],
    ['a link to a key', () => withHeader({ jku: 'https://evil.example/keys' })],
    [
      'no algorithm',
      async () => `${encode({ alg: 'none', typ: TYP, kid: ID })}.${encode(payload)}.`,
    ],
    [
      'no algorithm, with the signature of another',
      () => tampered(0, encode({ alg: 'none', typ: TYP, kid: ID })),
    ],
    ['the public key as a shared secret', () => withSecret(JSON.stringify(publicKey))],
    ['a coordinate as a shared secret', () => withSecret(publicKey.x)],
    ['text that is no JWS', async () => 'a smile'],
    ['nothing', async () => ''],
    ['four parts', async () => `${await signAs(TYP, payload, device)}.more`],
    ['JSON', async () => encode(payload)],
  ])('%s', async (_, signed) => {
    expect(await verify(await signed())).toBeUndefined();
  });

  it('a payload that is not in base64', async () => {
    const { protected: header, signature } = await new FlattenedSign(
      new TextEncoder().encode('smile'),
    )
      .setProtectedHeader({ alg: 'ES256', typ: TYP, kid: ID, b64: false, crit: ['b64'] })
      .sign(device.privateKey);
    expect(await verify(`${header ?? ''}.smile.${signature}`)).toBeUndefined();
  });
});

/** HS256 with what everybody knows (RFC 8725, 2.1). */
function withSecret(secret: string): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ: TYP, kid: ID })
    .sign(new TextEncoder().encode(secret));
}
