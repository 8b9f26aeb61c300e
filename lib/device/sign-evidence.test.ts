import { compactVerify, importJWK } from 'jose';
import { expect, it } from 'vitest';
import { actedEvidence, challengeOf } from '@/lib/liveness/evidence.fixture';
import { wireOf } from '@/lib/liveness/device.fixture';
import { publicKeySchema } from '@/lib/access/device-key';
import { newKey, type NewKey } from './key-pair';
import { findDeviceKey, forgetDeviceKey, keepDeviceKey } from './key-store';
import { signEvidence, signGreeting } from './sign-evidence';

const id = '0191d2f0-0000-7000-8000-00000000000d';

async function key(): Promise<NewKey> {
  const made = await newKey();
  if (!made) throw new Error('Node has WebCrypto');
  return made;
}

it('makes a key whose private half cannot be read', async () => {
  const { publicKey, privateKey } = await key();
  expect(publicKeySchema.parse(publicKey)).toEqual(publicKey);
  expect(privateKey).toMatchObject({ extractable: false, usages: ['sign'] });
  for (const format of ['jwk', 'pkcs8'] as const) {
    await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
  }
});

it('makes another key each time', async () => {
  const [one, other] = await Promise.all([key(), key()]);
  expect(one.publicKey).not.toEqual(other.publicKey);
});

it('signs evidence and greetings, each as what it is', async () => {
  const { publicKey, privateKey } = await key();
  const imported = await importJWK({ ...publicKey }, 'ES256');
  const evidence = wireOf(actedEvidence(challengeOf([{ kind: 'neutral', delayMs: 0 }])));
  const capture = await compactVerify(await signEvidence(evidence, { id, privateKey }), imported);
  expect(capture.protectedHeader).toEqual({ alg: 'ES256', typ: 'face-check+jws', kid: id });
  expect(JSON.parse(new TextDecoder().decode(capture.payload))).toEqual(evidence);

  const { challengeId, nonce, modelId } = evidence;
  const greeting = { challengeId, nonce, modelId, descriptors: [] };
  const hello = await compactVerify(await signGreeting(greeting, { id, privateKey }), imported);
  expect(hello.protectedHeader).toEqual({ alg: 'ES256', typ: 'face-check-greeting+jws', kid: id });
});

it('says so where a browser has no IndexedDB', async () => {
  const { privateKey } = await key();
  expect(await findDeviceKey('shopper')).toEqual({ kind: 'unavailable' });
  expect(await keepDeviceKey('shopper', { id, privateKey })).toBe(false);
  await expect(forgetDeviceKey('shopper')).resolves.toBeUndefined();
});
